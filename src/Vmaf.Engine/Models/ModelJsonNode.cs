using System.Text.Json;
using Vmaf.Engine.Errors;

namespace Vmaf.Engine.Models;

/// <summary>A JSON value of a model file that knows its path, so that errors can say where they are.</summary>
internal sealed class ModelJsonNode
{
    private readonly JsonElement _element;
    private readonly ModelSource _source;

    /// <summary>Wraps a value.</summary>
    /// <param name="element">The value.</param>
    /// <param name="path">Its JSON path.</param>
    /// <param name="source">The file.</param>
    public ModelJsonNode(JsonElement element, string path, ModelSource source)
    {
        _element = element;
        Path = path;
        _source = source;
    }

    /// <summary>JSON path, for example <c>$.model_dict.slopes[2]</c>.</summary>
    public string Path { get; }

    /// <summary>Type of the value.</summary>
    public JsonValueKind Kind => _element.ValueKind;

    /// <summary>A member that may be missing or null.</summary>
    /// <param name="name">Name of the member.</param>
    public ModelJsonNode? Optional(string name)
    {
        Expect(JsonValueKind.Object, "an object");
        return _element.TryGetProperty(name, out JsonElement member) && member.ValueKind != JsonValueKind.Null
            ? new ModelJsonNode(member, $"{Path}.{name}", _source)
            : null;
    }

    /// <summary>A member that must be there.</summary>
    /// <param name="name">Name of the member.</param>
    public ModelJsonNode Required(string name) => Optional(name) ?? throw Malformed($"'{name}' is missing");

    /// <summary>The elements of an array.</summary>
    /// <param name="maximum">The most elements there may be.</param>
    public List<ModelJsonNode> Items(int maximum)
    {
        Expect(JsonValueKind.Array, "an array");
        if (_element.GetArrayLength() > maximum)
        {
            throw Malformed($"there are {_element.GetArrayLength()} elements, more than {maximum}");
        }

        var items = new List<ModelJsonNode>(_element.GetArrayLength());
        foreach (JsonElement item in _element.EnumerateArray())
        {
            items.Add(new ModelJsonNode(item, $"{Path}[{items.Count}]", _source));
        }

        return items;
    }

    /// <summary>The members of an object, in order.</summary>
    public IEnumerable<KeyValuePair<string, ModelJsonNode>> Members()
    {
        Expect(JsonValueKind.Object, "an object");
        foreach (JsonProperty member in _element.EnumerateObject())
        {
            yield return new(member.Name, new ModelJsonNode(member.Value, $"{Path}.{member.Name}", _source));
        }
    }

    /// <summary>A finite number.</summary>
    public double Number()
    {
        Expect(JsonValueKind.Number, "a number");
        return _element.TryGetDouble(out double number) && double.IsFinite(number)
            ? number
            : throw Malformed("the number is out of range");
    }

    /// <summary>The numbers of an array.</summary>
    /// <param name="count">How many there must be.</param>
    public double[] Numbers(int count)
    {
        List<ModelJsonNode> items = Items(count);
        return items.Count == count
            ? [.. items.Select(item => item.Number())]
            : throw Malformed($"there are {items.Count} numbers instead of {count}");
    }

    /// <summary>A string.</summary>
    public string Text()
    {
        Expect(JsonValueKind.String, "a string");
        return _element.GetString()!;
    }

    /// <summary>A flag: true, false, or one of these as a string.</summary>
    public bool Flag() => Kind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String when Text() is "true" or "false" => Text() == "true",
        _ => throw Malformed("this must be true or false"),
    };

    /// <summary>An error at this place.</summary>
    /// <param name="problem">What is wrong.</param>
    public VmafException Malformed(string problem) => _source.Malformed(Path, problem);

    /// <summary>An error at this place.</summary>
    /// <param name="problem">What is not supported.</param>
    public VmafException Unsupported(string problem) => _source.Unsupported(Path, problem);

    private void Expect(JsonValueKind kind, string description)
    {
        if (_element.ValueKind != kind)
        {
            throw Malformed($"this must be {description}");
        }
    }
}

using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Vmaf.Engine.Errors;

namespace Vmaf.Engine.Assets;

/// <summary>
/// The property dictionary of an asset. Values are whole numbers, floating-point numbers, texts, lists, dictionaries or nothing, as in
/// the JSON of a data set.
/// </summary>
[SuppressMessage("Naming", "CA1710", Justification = "Properties is what a collection of properties is called.")]
public sealed class AssetProperties : IEnumerable<KeyValuePair<string, object?>>
{
    private readonly Dictionary<string, object?> _values = new(StringComparer.Ordinal);

    /// <summary>Makes an empty dictionary.</summary>
    public AssetProperties()
    {
    }

    /// <summary>Copies properties.</summary>
    /// <param name="properties">Names and values.</param>
    public AssetProperties(IEnumerable<KeyValuePair<string, object?>> properties)
    {
        foreach ((string name, object? value) in properties)
        {
            _values[name] = value;
        }
    }

    /// <summary>A property's value; <see langword="null"/> where there is none of that name.</summary>
    /// <param name="name">Name of the property.</param>
    public object? this[string name]
    {
        get => _values.GetValueOrDefault(name);
        set => _values[name] = value;
    }

    /// <summary>Adds a property.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value.</param>
    public void Add(string name, object? value) => _values.Add(name, value);

    /// <summary>Whether there is a property of that name.</summary>
    /// <param name="name">Name of the property.</param>
    public bool Has(string name) => _values.ContainsKey(name);

    /// <summary>Removes properties; those that are not there are passed over.</summary>
    /// <param name="names">Their names.</param>
    public void Remove(params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            _values.Remove(name);
        }
    }

    /// <summary>A whole number.</summary>
    /// <param name="name">Name of the property.</param>
    /// <exception cref="VmafException">The value is none (<see cref="VmafErrorIds.AssetInvalid"/>).</exception>
    public int? Whole(string name) => Number(name) is not { } number
        ? null
        : number == Math.Truncate(number) && Math.Abs(number) <= int.MaxValue
            ? (int)number
            : throw Invalid(name, "a whole number");

    /// <summary>A number.</summary>
    /// <param name="name">Name of the property.</param>
    /// <exception cref="VmafException">The value is none (<see cref="VmafErrorIds.AssetInvalid"/>).</exception>
    public double? Number(string name) => this[name] switch
    {
        null => null,
        bool flag => flag ? 1 : 0,
        IConvertible and not string and not char => Convert.ToDouble(this[name], CultureInfo.InvariantCulture),
        _ => throw Invalid(name, "a number"),
    };

    /// <summary>A text.</summary>
    /// <param name="name">Name of the property.</param>
    /// <exception cref="VmafException">The value is none (<see cref="VmafErrorIds.AssetInvalid"/>).</exception>
    public string? Text(string name) => this[name] switch
    {
        null => null,
        string text => text,
        _ => throw Invalid(name, "a text"),
    };

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => _values.GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal VmafException Invalid(string name, string expected) => new(
        VmafErrorIds.AssetInvalid, $"The asset's property '{name}' must be {expected}; it is '{CanonicalJson.Write(this[name])}'.", null, name);
}

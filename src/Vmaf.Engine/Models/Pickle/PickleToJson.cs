using System.Buffers.Binary;
using System.Text.Json;

namespace Vmaf.Engine.Models.Pickle;

/// <summary>Writes the values of a pickle as JSON, NumPy's arrays and numbers among them, so that one reader serves both kinds of model file.</summary>
internal sealed class PickleToJson
{
    private const int DeepestNesting = 32;

    /// <summary>A file can name one value many times over, and in it another.</summary>
    private const int MostValues = 1_000_000;

    /// <summary>So it can name one long text or array many times over; model files have some kilobytes.</summary>
    private const long MostJsonBytes = 64 << 20;

    internal const string Remedy = "Get the official model file anew, or use its JSON form.";

    private readonly ModelSource _source;
    private readonly Utf8JsonWriter _writer;
    private int _valueCount;

    private PickleToJson(Utf8JsonWriter writer, ModelSource source)
    {
        _writer = writer;
        _source = source;
    }

    /// <summary>Whether bytes start as a pickle of protocol 2 or later does.</summary>
    /// <param name="bytes">The file.</param>
    public static bool IsPickle(ReadOnlySpan<byte> bytes) => bytes.Length > 2 && bytes[0] == 0x80 && bytes[1] is >= 2 and <= 5;

    /// <summary>Translates a pickle.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="source">The file, for errors.</param>
    /// <exception cref="Errors.VmafException"><see cref="Errors.VmafErrorIds.ModelMalformed"/> or <see cref="Errors.VmafErrorIds.ModelUnsupported"/>.</exception>
    public static byte[] Translate(byte[] bytes, ModelSource source)
    {
        object? value = PickleReader.Read(bytes, source);
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            new PickleToJson(writer, source).Write(value, 0);
        }

        return stream.ToArray();
    }

    private void Write(object? value, int depth)
    {
        if (depth > DeepestNesting || ++_valueCount > MostValues || _writer.BytesCommitted + _writer.BytesPending > MostJsonBytes)
        {
            throw Unsupported("values are nested too deep, or there are too many");
        }

        switch (value)
        {
            case null:
                _writer.WriteNullValue();
                break;
            case bool flag:
                _writer.WriteBooleanValue(flag);
                break;
            case long number:
                _writer.WriteNumberValue(number);
                break;
            case double number:
                WriteNumber(number);
                break;
            case string text:
                _writer.WriteStringValue(text);
                break;
            case List<object?> list:
                WriteArray(list, depth);
                break;
            case PickleTuple tuple:
                WriteArray(tuple.Items, depth);
                break;
            case Dictionary<string, object?> members:
                _writer.WriteStartObject();
                foreach ((string name, object? member) in members)
                {
                    _writer.WritePropertyName(name);
                    Write(member, depth + 1);
                }

                _writer.WriteEndObject();
                break;
            case PickledObject { Name: "_reconstruct", State: PickleTuple state }:
                WriteNumPyArray(state);
                break;
            case PickledObject { Name: "scalar", Arguments: [PickledObject type, var content] }:
                WriteNumber(ReadNumber(ElementType(type), RawBytes(content)));
                break;
            default:
                throw Unsupported(value is PickledObject foreign ? $"it holds an object of {foreign.Module}.{foreign.Name}" : "it holds raw bytes");
        }
    }

    private void WriteArray(IReadOnlyList<object?> items, int depth)
    {
        _writer.WriteStartArray();
        foreach (object? item in items)
        {
            Write(item, depth + 1);
        }

        _writer.WriteEndArray();
    }

    /// <summary>The state of an array: version, shape, element type, whether columns come first, elements.</summary>
    private void WriteNumPyArray(PickleTuple state)
    {
        if (state.Items is not [_, PickleTuple shape, PickledObject type, bool columnsFirst, var content])
        {
            throw Unsupported("an array has an unknown layout");
        }

        int[] lengths = [.. shape.Items.Select(length => length is long and >= 0 and <= 100_000 ? (int)(long)length : throw Unsupported("an array has a strange shape"))];
        string elementType = ElementType(type);
        byte[] bytes = RawBytes(content);
        int elementSize = elementType[1] - '0';
        if (lengths.Length is not (1 or 2) || lengths.Aggregate(1L, (product, length) => product * length) * elementSize != bytes.Length)
        {
            throw Unsupported("an array has neither one nor two dimensions, or too few elements");
        }

        int rows = lengths.Length == 2 ? lengths[0] : 1;
        int columns = lengths[^1];
        if (lengths.Length == 2)
        {
            _writer.WriteStartArray();
        }

        for (int row = 0; row < rows; row++)
        {
            _writer.WriteStartArray();
            for (int column = 0; column < columns; column++)
            {
                int index = columnsFirst ? (column * rows) + row : (row * columns) + column;
                WriteNumber(ReadNumber(elementType, bytes.AsSpan(index * elementSize, elementSize)));
            }

            _writer.WriteEndArray();
        }

        if (lengths.Length == 2)
        {
            _writer.WriteEndArray();
        }
    }

    /// <summary>The type's code, such as f8; only little-endian numbers are read.</summary>
    private string ElementType(PickledObject type) =>
        type is { Name: "dtype", Arguments: [string code, ..], State: PickleTuple { Items: [_, "<" or "|", ..] } } && code is "f8" or "f4" or "i8" or "i4"
            ? (string)type.Arguments[0]!
            : throw Unsupported("an array has elements of an unknown type");

    /// <summary>Bytes as such, or in Latin letters: Python 2 and protocol 2 write them so.</summary>
    private byte[] RawBytes(object? content) => content switch
    {
        byte[] bytes => bytes,
        string text => System.Text.Encoding.Latin1.GetBytes(text),
        PickledObject { Module: "_codecs", Name: "encode", Arguments: [string text, ..] } => System.Text.Encoding.Latin1.GetBytes(text),
        _ => throw Unsupported("an array has no elements"),
    };

    private double ReadNumber(string type, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != type[1] - '0')
        {
            throw Unsupported("a number has too few bytes");
        }

        return type switch
        {
            "f8" => BinaryPrimitives.ReadDoubleLittleEndian(bytes),
            "f4" => BinaryPrimitives.ReadSingleLittleEndian(bytes),
            "i8" => BinaryPrimitives.ReadInt64LittleEndian(bytes),
            _ => BinaryPrimitives.ReadInt32LittleEndian(bytes),
        };
    }

    private void WriteNumber(double number)
    {
        if (double.IsFinite(number))
        {
            _writer.WriteNumberValue(number);
        }
        else
        {
            throw Unsupported("a number is not finite");
        }
    }

    private Errors.VmafException Unsupported(string problem) => _source.Unsupported("pickle", problem, Remedy);
}

using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Vmaf.Engine.Models.Pickle;

/// <summary>
/// Reads the values in a Python pickle, protocols 2 to 4, as far as model files use them. Numbers, texts, lists and dictionaries come out
/// as such; whatever would call Python code becomes a <see cref="PickledObject"/>, so that a hostile file can do nothing.
/// </summary>
internal sealed class PickleReader
{
    private static readonly object Mark = new();

    private readonly ModelSource _source;
    private readonly byte[] _bytes;
    private readonly Stack<object?> _stack = new();
    private readonly Dictionary<long, object?> _memo = [];
    private int _position;

    private PickleReader(byte[] bytes, ModelSource source)
    {
        _bytes = bytes;
        _source = source;
    }

    /// <summary>
    /// Reads the value: <see langword="null"/>, <see cref="bool"/>, <see cref="long"/>, <see cref="double"/>, <see cref="string"/>, byte array,
    /// <see cref="List{T}"/>, <see cref="PickleTuple"/>, dictionary, or <see cref="PickledObject"/>.
    /// </summary>
    /// <param name="bytes">The file.</param>
    /// <param name="source">The file, for errors.</param>
    /// <exception cref="Errors.VmafException"><see cref="Errors.VmafErrorIds.ModelMalformed"/> or <see cref="Errors.VmafErrorIds.ModelUnsupported"/>.</exception>
    public static object? Read(byte[] bytes, ModelSource source) => new PickleReader(bytes, source).ReadValue();

    private object? ReadValue()
    {
        while (true)
        {
            byte code = Bytes(1)[0];
            if (code == '.')
            {
                return Pop();
            }

            if (!(ReadConstant(code) || ReadContainer(code) || ReadMemo(code) || ReadCall(code)))
            {
                throw _source.Unsupported(Place, $"operation 0x{code:x2} of pickles is not known here", PickleToJson.Remedy);
            }
        }
    }

    private bool ReadConstant(byte code)
    {
        switch ((char)code)
        {
            case '\x80':
                Bytes(1);
                return true;
            case '\x95':
                Bytes(8);
                return true;
            case 'N':
                return Push(null);
            case '\x88':
                return Push(true);
            case '\x89':
                return Push(false);
            case 'J':
                return Push((long)BinaryPrimitives.ReadInt32LittleEndian(Bytes(4)));
            case 'K':
                return Push((long)Bytes(1)[0]);
            case 'M':
                return Push((long)BinaryPrimitives.ReadUInt16LittleEndian(Bytes(2)));
            case '\x8a':
                return Push(LittleEndian(Bytes(Bytes(1)[0])));
            case 'G':
                return Push(BinaryPrimitives.ReadDoubleBigEndian(Bytes(8)));
            case 'X':
                return Push(Encoding.UTF8.GetString(Bytes(Length4())));
            case '\x8c':
                return Push(Encoding.UTF8.GetString(Bytes(Bytes(1)[0])));
            case 'U':
                return Push(Encoding.Latin1.GetString(Bytes(Bytes(1)[0])));
            case 'T':
                return Push(Encoding.Latin1.GetString(Bytes(Length4())));
            case 'C':
                return Push(Bytes(Bytes(1)[0]).ToArray());
            case 'B':
                return Push(Bytes(Length4()).ToArray());
            default:
                return false;
        }
    }

    private bool ReadContainer(byte code)
    {
        switch ((char)code)
        {
            case '(':
                return Push(Mark);
            case '0':
                Pop();
                return true;
            case ')':
                return Push(new PickleTuple([]));
            case 't':
                return Push(new PickleTuple(PopToMark()));
            case '\x85':
            case '\x86':
            case '\x87':
                object?[] items = new object?[code - 0x84];
                for (int index = items.Length - 1; index >= 0; index--)
                {
                    items[index] = Pop();
                }

                return Push(new PickleTuple(items));
            case ']':
                return Push(new List<object?>());
            case 'a':
                object? item = Pop();
                Peek<List<object?>>("list").Add(item);
                return true;
            case 'e':
                List<object?> more = PopToMark();
                Peek<List<object?>>("list").AddRange(more);
                return true;
            case '}':
                return Push(new Dictionary<string, object?>(StringComparer.Ordinal));
            case 's':
                object? value = Pop();
                return SetItems([Pop(), value]);
            case 'u':
                return SetItems(PopToMark());
            default:
                return false;
        }
    }

    private bool ReadMemo(byte code)
    {
        switch ((char)code)
        {
            case 'q':
                return Remember(Bytes(1)[0]);
            case 'r':
                return Remember(Length4());
            case '\x94':
                return Remember(_memo.Count);
            case 'h':
                return Recall(Bytes(1)[0]);
            case 'j':
                return Recall(Length4());
            default:
                return false;
        }
    }

    private bool ReadCall(byte code)
    {
        switch ((char)code)
        {
            case 'c':
                return Push(new PickledObject(Line(), Line()));
            case '\x93':
                string name = Pop() as string ?? throw Malformed("a name is no text");
                return Push(new PickledObject(Pop() as string ?? throw Malformed("a module is no text"), name));
            case 'R':
            case '\x81':
                PickleTuple arguments = Pop() as PickleTuple ?? throw Malformed("arguments are no tuple");
                PickledObject function = Pop() as PickledObject ?? throw Malformed("what is called is no name");
                return Push(function with { Arguments = arguments.Items });
            case 'b':
                object? state = Pop();
                Peek<PickledObject>("object").State = state;
                return true;
            default:
                return false;
        }
    }

    private bool Push(object? value)
    {
        _stack.Push(value);
        return true;
    }

    private object? Pop() => _stack.TryPop(out object? value) && value != Mark ? value : throw Malformed("a value is missing");

    private T Peek<T>(string kind)
        where T : class =>
        _stack.TryPeek(out object? value) && value is T wanted ? wanted : throw Malformed($"there is no {kind} to add to");

    private List<object?> PopToMark()
    {
        var values = new List<object?>();
        while (_stack.TryPop(out object? value))
        {
            if (value == Mark)
            {
                values.Reverse();
                return values;
            }

            values.Add(value);
        }

        throw Malformed("a mark is missing");
    }

    private bool SetItems(List<object?> members)
    {
        Dictionary<string, object?> dictionary = Peek<Dictionary<string, object?>>("dictionary");
        if (members.Count % 2 != 0)
        {
            throw Malformed("a key has no value");
        }

        for (int index = 0; index < members.Count; index += 2)
        {
            dictionary[members[index] as string ?? throw _source.Unsupported(Place, "a key is no text", PickleToJson.Remedy)] = members[index + 1];
        }

        return true;
    }

    private bool Remember(long key)
    {
        _memo[key] = _stack.TryPeek(out object? value) ? value : throw Malformed("there is nothing to remember");
        return true;
    }

    private bool Recall(long key) => Push(_memo.TryGetValue(key, out object? value) ? value : throw Malformed($"there is no value {key} to recall"));

    private ReadOnlySpan<byte> Bytes(int count)
    {
        if (count < 0 || count > _bytes.Length - _position)
        {
            throw Malformed("the file ends too early");
        }

        _position += count;
        return _bytes.AsSpan(_position - count, count);
    }

    private int Length4() => BinaryPrimitives.ReadInt32LittleEndian(Bytes(4)) is >= 0 and int length ? length : throw Malformed("a length is too large");

    private string Line()
    {
        int length = _bytes.AsSpan(_position).IndexOf((byte)'\n');
        string line = Encoding.UTF8.GetString(Bytes(length));
        Bytes(1);
        return line.TrimEnd('\r');
    }

    private long LittleEndian(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > sizeof(long))
        {
            throw _source.Unsupported(Place, "a whole number has more than 64 bits", PickleToJson.Remedy);
        }

        long number = bytes.Length > 0 && bytes[^1] > 127 ? -1 : 0;
        for (int index = bytes.Length - 1; index >= 0; index--)
        {
            number = (number << 8) | bytes[index];
        }

        return number;
    }

    private string Place => string.Create(CultureInfo.InvariantCulture, $"byte {_position}");

    private Errors.VmafException Malformed(string problem) => _source.Malformed(Place, problem);
}

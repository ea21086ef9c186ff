using System.Globalization;
using Vmaf.Engine.Video;

namespace Vmaf.Clips.Commands;

/// <summary>Options of a command, written as <c>--name value</c>.</summary>
internal sealed class CommandOptions
{
    private readonly Dictionary<string, string> _values = [];

    /// <summary>Reads the options.</summary>
    /// <param name="arguments">What follows the command's name.</param>
    /// <param name="known">Names of the options that the command has, without dashes.</param>
    /// <exception cref="ArgumentException">An option is not known, or has no value.</exception>
    public CommandOptions(ReadOnlySpan<string> arguments, params string[] known)
    {
        for (int i = 0; i < arguments.Length; i += 2)
        {
            string name = arguments[i] == "-o" ? "output" : arguments[i].TrimStart('-');
            if (!known.Contains(name))
            {
                throw new ArgumentException($"Unknown option '{arguments[i]}'. Known: {string.Join(", ", known.Select(option => "--" + option))}.");
            }

            _values[name] = i + 1 < arguments.Length ? arguments[i + 1] : throw new ArgumentException($"Option '{arguments[i]}' has no value.");
        }
    }

    /// <summary>Value of an option that must be there.</summary>
    public string Required(string name) => _values.GetValueOrDefault(name) ?? throw new ArgumentException($"Option '--{name}' is missing.");

    /// <summary>Value of an option, or what it is when not given.</summary>
    public string Text(string name, string otherwise) => _values.GetValueOrDefault(name, otherwise);

    /// <summary>Value of an option as a number.</summary>
    public int Number(string name, int otherwise) =>
        _values.TryGetValue(name, out string? text) ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    /// <summary>The video format of <c>--size</c>, <c>--chroma</c> and <c>--depth</c>.</summary>
    public VideoFormat Format()
    {
        string[] sides = Required("size").Split('x');
        ChromaFormat chroma = Text("chroma", "420") switch
        {
            "400" => ChromaFormat.Yuv400,
            "420" => ChromaFormat.Yuv420,
            "422" => ChromaFormat.Yuv422,
            "444" => ChromaFormat.Yuv444,
            var other => throw new ArgumentException($"Unknown chroma format '{other}'. Known: 400, 420, 422, 444."),
        };
        return sides.Length == 2
            ? new VideoFormat(int.Parse(sides[0], CultureInfo.InvariantCulture), int.Parse(sides[1], CultureInfo.InvariantCulture), chroma, Number("depth", 8))
            : throw new ArgumentException("A size is written like 1920x1080.");
    }
}

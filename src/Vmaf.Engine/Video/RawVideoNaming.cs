using System.Globalization;
using System.Text.RegularExpressions;
using Vmaf.Engine.Errors;

namespace Vmaf.Engine.Video;

/// <summary>Finds size and pixel format in the names that people give raw files, such as <c>clip_1920x1080_50fps_yuv420p10le.yuv</c>.</summary>
public static partial class RawVideoNaming
{
    /// <summary>Looks for size, chroma format and bit depth in a file's name; upper and lower case count the same.</summary>
    /// <param name="path">The file's path; only its last part is looked at.</param>
    /// <returns>What was found; where a thing is there more than once, the last one.</returns>
    /// <exception cref="VmafException"><see cref="VmafErrorIds.FormatUnsupported"/>: the name says big-endian samples.</exception>
    public static RawVideoHints Parse(string path)
    {
        string name = Path.GetFileName(path);
        (int Width, int Height)? size = null;
        if (Last(SizePattern().Matches(name)) is { } found)
        {
            size = (Number(found, "width"), Number(found, "height"));
        }

        ChromaFormat? chroma = null;
        int? bitDepth = null;
        if (Last(PixelFormatPattern().Matches(name)) is { } pixel)
        {
            if (pixel.Groups["big"].Success)
            {
                throw new VmafException(
                    VmafErrorIds.FormatUnsupported,
                    $"'{path}': the name says big-endian samples ('{pixel.Value}'); only little-endian raw video is supported.",
                    "Convert it, or state the bit depth if the name is wrong.",
                    path);
            }

            chroma = pixel.Groups["chroma"].Value switch
            {
                "420" => ChromaFormat.Yuv420,
                "422" => ChromaFormat.Yuv422,
                "444" => ChromaFormat.Yuv444,
                _ => ChromaFormat.Yuv400,
            };
            bitDepth = pixel.Groups["depth"].Success ? Number(pixel, "depth") : null;
            if (bitDepth is null && pixel.Groups["exact"].Success)
            {
                bitDepth = 8;
            }
        }

        if (Last(BitDepthPattern().Matches(name)) is { } bits)
        {
            bitDepth = Number(bits, "depth");
        }

        return new RawVideoHints(size?.Width, size?.Height, chroma, bitDepth);
    }

    /// <summary>Reads the name of a pixel format, as ffmpeg spells it or as <see cref="Parse"/> takes it.</summary>
    /// <param name="name">The name, such as <c>yuv420p10le</c>.</param>
    /// <returns>No chroma format where there is no such pixel format.</returns>
    /// <exception cref="VmafException">As for <see cref="Parse"/>.</exception>
    public static RawVideoHints ParsePixelFormat(string name)
    {
        // Standing alone it is no word of a title.
        const string Gray = "gray";
        return Gray.Equals(name, StringComparison.OrdinalIgnoreCase) ? new RawVideoHints(Chroma: ChromaFormat.Yuv400, BitDepth: 8) : Parse(name);
    }

    private static Match? Last(MatchCollection matches) => matches.Count == 0 ? null : matches[^1];

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<![0-9])(?<width>[1-9][0-9]{0,4})x(?<height>[1-9][0-9]{0,4})(?![0-9])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SizePattern();

    // 'yuv420p' alone is ffmpeg's name of the 8-bit format; '420' or 'p420' alone says nothing about the depth.
    // 'gray' is a word as well: without a depth it counts only behind a number, as in '64x64_gray'.
    [GeneratedRegex(
        @"(?:(?<exact>yuvj?)(?<chroma>420|422|444)p|(?<![0-9a-z])i?(?<chroma>400|420|422|444)p?|(?<![a-z])(?<exact>gray)(?=[0-9])|(?<=[0-9][_.-])(?<exact>gray))(?:(?<depth>8|9|10|12|14|16)(?:le|(?<big>be))?)?(?![0-9a-z])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PixelFormatPattern();

    [GeneratedRegex(@"(?<![0-9])(?<depth>8|9|10|12|14|16)[ _-]?b(?:it|its|pp|pc|ps)?(?![0-9a-z])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BitDepthPattern();
}

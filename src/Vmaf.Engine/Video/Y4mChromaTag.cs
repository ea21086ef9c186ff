using System.Globalization;
using Vmaf.Engine.Errors;

namespace Vmaf.Engine.Video;

/// <summary>
/// The chroma tag of a y4m header. The three sitings of 8-bit 4:2:0 are read alike: chroma samples are taken as they are, none is
/// moved.
/// </summary>
internal static class Y4mChromaTag
{
    /// <summary>Reads a tag such as <c>420jpeg</c>, <c>422p10</c> or <c>mono12</c>.</summary>
    /// <exception cref="VmafException"><see cref="VmafErrorIds.FormatUnsupported"/>.</exception>
    public static (ChromaFormat Chroma, int BitDepth) Parse(string tag, string name)
    {
        switch (tag)
        {
            case "420" or "420jpeg" or "420mpeg2" or "420paldv":
                return (ChromaFormat.Yuv420, 8);
            case "422":
                return (ChromaFormat.Yuv422, 8);
            case "444":
                return (ChromaFormat.Yuv444, 8);
            case "mono":
                return (ChromaFormat.Yuv400, 8);
        }

        (ChromaFormat chroma, string digits)? deep = tag switch
        {
            ['4', '2', '0', 'p', .. var rest] => (ChromaFormat.Yuv420, rest),
            ['4', '2', '2', 'p', .. var rest] => (ChromaFormat.Yuv422, rest),
            ['4', '4', '4', 'p', .. var rest] => (ChromaFormat.Yuv444, rest),
            ['m', 'o', 'n', 'o', .. var rest] => (ChromaFormat.Yuv400, rest),
            _ => null,
        };
        if (deep is { } found
            && int.TryParse(found.digits, NumberStyles.None, CultureInfo.InvariantCulture, out int bitDepth)
            && bitDepth is 9 or 10 or 12 or 14 or 16)
        {
            return (found.chroma, bitDepth);
        }

        string meaning = tag switch
        {
            "411" => "C411 (4:1:1)",
            "410" => "C410 (4:1:0)",
            "440" => "C440 (4:4:0)",
            "444alpha" => "C444alpha (4:4:4 with an alpha plane)",
            _ => $"C{tag}",
        };
        throw new VmafException(
            VmafErrorIds.FormatUnsupported,
            $"'{name}': the y4m chroma format {meaning} is not supported. Supported are 420, 420jpeg, 420mpeg2, 420paldv, 422, 444, mono, and 420p, 422p, 444p, mono with 9, 10, 12, 14 or 16 bits.",
            "Convert it, for example with 'ffmpeg -i INPUT -pix_fmt yuv420p OUTPUT.y4m'.",
            name);
    }
}

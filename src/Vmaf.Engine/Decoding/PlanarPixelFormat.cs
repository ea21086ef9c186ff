using System.Globalization;
using System.Text.RegularExpressions;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Decoding;

/// <summary>A pixel format of ffmpeg in the planar form that frames have here.</summary>
/// <param name="Chroma">Chroma subsampling.</param>
/// <param name="BitDepth">Bits per sample.</param>
/// <param name="DecodedName">The format to ask ffmpeg for, which has the very same sample values.</param>
/// <param name="IsFullRange">Whether the name itself says full range (the yuvj formats).</param>
internal sealed partial record PlanarPixelFormat(ChromaFormat Chroma, int BitDepth, string DecodedName, bool IsFullRange)
{
    private static readonly Dictionary<string, ChromaFormat> SemiPlanar = new(StringComparer.Ordinal)
    {
        ["nv12"] = ChromaFormat.Yuv420, ["nv21"] = ChromaFormat.Yuv420, ["nv16"] = ChromaFormat.Yuv422,
        ["nv24"] = ChromaFormat.Yuv444, ["nv42"] = ChromaFormat.Yuv444,
    };

    /// <summary>
    /// Reads a name. Formats that differ from a planar one only in the order of bytes or planes are taken; packed, RGB, palette and
    /// alpha formats are not, since making them planar changes or drops samples.
    /// </summary>
    /// <param name="name">The name as ffmpeg spells it.</param>
    /// <returns><see langword="null"/> for a format that would have to be converted.</returns>
    public static PlanarPixelFormat? Parse(string name)
    {
        if (SemiPlanar.TryGetValue(name, out ChromaFormat semiPlanar))
        {
            return Make(semiPlanar, 8);
        }

        Match match = PlanarPattern().Match(name);
        if (match.Success)
        {
            ChromaFormat chroma = FromDigits(match.Groups["chroma"].Value);
            int depth = match.Groups["depth"].Success ? int.Parse(match.Groups["depth"].ValueSpan, CultureInfo.InvariantCulture) : 8;
            bool isFull = match.Groups["full"].Success;
            return isFull && depth == 8 ? new PlanarPixelFormat(chroma, 8, name, true) : Make(chroma, depth);
        }

        match = HighSemiPlanarPattern().Match(name);
        return match.Success
            ? Make(
                match.Groups["chroma"].Value == "0" ? ChromaFormat.Yuv420 : ChromaFormat.Yuv422,
                int.Parse(match.Groups["depth"].ValueSpan, CultureInfo.InvariantCulture))
            : null;
    }

    private static PlanarPixelFormat? Make(ChromaFormat chroma, int depth) => depth is < 8 or > 16
        ? null
        : new PlanarPixelFormat(chroma, depth, new VideoFormat(1, 1, chroma, depth).PixelFormatName, false);

    private static ChromaFormat FromDigits(string digits) => digits switch
    {
        "420" => ChromaFormat.Yuv420,
        "422" => ChromaFormat.Yuv422,
        "444" => ChromaFormat.Yuv444,
        _ => ChromaFormat.Yuv400,
    };

    [GeneratedRegex("^(?:yuv(?<full>j)?(?<chroma>420|422|444)p|gray)(?:(?<depth>[0-9]{1,2})(?:le|be))?$", RegexOptions.CultureInvariant)]
    private static partial Regex PlanarPattern();

    // p010le: 4:2:0 of 10 bits; p216le: 4:2:2 of 16 bits.
    [GeneratedRegex("^p(?<chroma>0|2)(?<depth>10|12|16)(?:le|be)$", RegexOptions.CultureInvariant)]
    private static partial Regex HighSemiPlanarPattern();
}

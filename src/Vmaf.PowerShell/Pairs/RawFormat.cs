using Vmaf.Engine.Errors;
using Vmaf.Engine.Video;

namespace Vmaf.PowerShell.Pairs;

/// <summary>What parameters say about the format of raw videos.</summary>
internal static class RawFormat
{
    /// <summary>Puts the parameters together.</summary>
    /// <param name="width">Luma width, if stated.</param>
    /// <param name="height">Luma height, if stated.</param>
    /// <param name="pixelFormat">Pixel format as ffmpeg spells it, if stated.</param>
    /// <param name="bitDepth">Bits per sample, if stated; wins over those of the pixel format.</param>
    /// <exception cref="VmafException">There is no such pixel format (<see cref="VmafErrorIds.FormatUnsupported"/>).</exception>
    public static RawVideoHints Hints(int? width, int? height, string? pixelFormat, int? bitDepth)
    {
        if (string.IsNullOrEmpty(pixelFormat))
        {
            return new RawVideoHints(width, height, Chroma: null, bitDepth);
        }

        RawVideoHints named = RawVideoNaming.ParsePixelFormat(pixelFormat);
        if (named.Chroma is null)
        {
            throw new VmafException(
                VmafErrorIds.FormatUnsupported,
                $"There is no pixel format '{pixelFormat}'.",
                "Give one such as yuv420p, yuv422p10le, yuv444p12le or gray.",
                pixelFormat);
        }

        return new RawVideoHints(width, height, named.Chroma, bitDepth ?? named.BitDepth);
    }
}

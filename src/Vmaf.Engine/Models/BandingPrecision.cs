using System.Globalization;
using Vmaf.Engine.Features.Cambi;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Models;

/// <summary>
/// Whether models that look for banding see it as exactly as they can. CAMBI works at 10 bits, and lifts samples of 8 bits by itself, so
/// that frames as they were coded lose nothing. Frames that are scaled at 8 bits do: their steps are rounded.
/// </summary>
internal static class BandingPrecision
{
    /// <summary>What to do about a doubt.</summary>
    public const string Remedy =
        "Scale both videos at 10 bits beforehand, for example with ffmpeg's -pix_fmt yuv420p10le, and state size and bit depth of the encode; "
        + "or compare the score only with others of the same kind.";

    private const int LeastBitDepth = 10;

    /// <summary>Says why banding is seen less exactly.</summary>
    /// <param name="model">The model.</param>
    /// <param name="format">Format of the video in which it looks for banding.</param>
    /// <param name="isScaled">Whether the video is scaled on its way.</param>
    /// <returns><see langword="null"/> where there is no doubt.</returns>
    public static string? FindDoubt(ModelInfo model, VideoFormat format, bool isScaled) =>
        isScaled && format.BitDepth < LeastBitDepth && model.Features.Any(feature => feature.Name == CambiDefinition.ScoreFeature)
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"'{model.Name}' looks for banding, and the distorted video is scaled at {format.BitDepth} bits, so that banding is seen less exactly.")
            : null;
}

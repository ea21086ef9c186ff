using System.Globalization;
using Vmaf.Engine.Features.Cambi;
using Vmaf.Engine.Models;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Inspection;

/// <summary>Whether a model was made for videos such as these, as far as its name says what it was made for.</summary>
internal static class ModelSuitability
{
    private const string CheckName = "Model";
    private const int LeastBandingBitDepth = 10;

    /// <summary>Checks a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="format">Format of the videos.</param>
    /// <param name="frameRate">Their frame rate, where known.</param>
    public static PairCheck Check(ModelInfo model, VideoFormat format, FrameRate? frameRate)
    {
        string best = AutomaticModel.Choose(format, frameRate);
        bool isFor2160 = Is2160(model.Name);
        string size = string.Create(CultureInfo.InvariantCulture, $"{format.Width}x{format.Height}");
        if (model.Name.StartsWith("vmaf_", StringComparison.Ordinal) && isFor2160 != AutomaticModel.Is2160(format))
        {
            return new PairCheck(
                CheckName,
                CheckStatus.Warning,
                $"'{model.Name}' is made for {(isFor2160 ? "2160p" : "1080p")} video, and this is {size}.",
                $"Use a model for this size, such as {best}; or scale both videos as they are shown.");
        }

        if (model.Name.Contains("_hfr_", StringComparison.Ordinal) && frameRate is { } rate && !AutomaticModel.IsHighFrameRate(rate))
        {
            return new PairCheck(
                CheckName, CheckStatus.Warning, $"'{model.Name}' is made for high frame rates, and this is {Rate(rate)}.", $"Use {best}.");
        }

        if (model.Features.Any(feature => feature.Name == CambiDefinition.ScoreFeature) && format.BitDepth < LeastBandingBitDepth)
        {
            return new PairCheck(
                CheckName,
                CheckStatus.Warning,
                string.Create(CultureInfo.InvariantCulture, $"'{model.Name}' looks for banding and is meant for video of {LeastBandingBitDepth} bits; this has {format.BitDepth}."),
                "The score is good to compare with others of the same depth. Scale both videos at 10 bits where encodes are scaled for display.");
        }

        return new PairCheck(CheckName, CheckStatus.Passed, $"'{model.Name}' suits {size}.");
    }

    private static bool Is2160(string name) =>
        name.Contains("4k", StringComparison.Ordinal) || name.Contains("2160", StringComparison.Ordinal);

    private static string Rate(FrameRate rate) => string.Create(CultureInfo.InvariantCulture, $"{rate.FramesPerSecond:0.###} fps");
}

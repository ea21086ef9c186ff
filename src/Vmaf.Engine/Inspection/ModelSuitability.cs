using System.Globalization;
using Vmaf.Engine.Models;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Inspection;

/// <summary>
/// Whether a model was made for videos such as these, as far as its name says what it was made for, and which one
/// <see cref="AutomaticModel"/> would take.
/// </summary>
internal static class ModelSuitability
{
    private const string CheckName = "Model";

    /// <summary>Models of version 0 and their counterparts for 2160p; that for telephones has none.</summary>
    private static readonly (string For1080, string For2160)[] Counterparts =
    [
        ("vmaf_v0.6.1", "vmaf_4k_v0.6.1"), ("vmaf_v0.6.1neg", "vmaf_4k_v0.6.1neg"),
    ];

    /// <summary>Checks a model that was asked for by name.</summary>
    /// <param name="model">The model.</param>
    /// <param name="format">Format that is measured.</param>
    /// <param name="frameRate">Frame rate of the pair, where known.</param>
    /// <param name="isScaled">Whether the distorted video is scaled on its way.</param>
    public static PairCheck Check(ModelInfo model, VideoFormat format, FrameRate? frameRate, bool isScaled)
    {
        string best = AutomaticModel.Choose(format, frameRate);
        bool isFor2160 = Is2160(model.Name);
        if (model.Name.StartsWith("vmaf_", StringComparison.Ordinal) && isFor2160 != AutomaticModel.Is2160(format))
        {
            return new PairCheck(
                CheckName,
                CheckStatus.Warning,
                $"'{model.Name}' is made for {(isFor2160 ? "2160p" : "1080p")} video, and this is {Size(format)}.",
                $"Use a model for this size, such as {Counterpart(model.Name)}{best}, which '{AutomaticModel.Name}' takes; or scale both videos as they are shown.");
        }

        if (model.Name.Contains("_hfr_", StringComparison.Ordinal) && frameRate is { } rate && !AutomaticModel.IsHighFrameRate(rate))
        {
            return new PairCheck(
                CheckName,
                CheckStatus.Warning,
                $"'{model.Name}' is made for high frame rates, and this is {Rate(rate)}.",
                $"Use {best}, which '{AutomaticModel.Name}' takes.");
        }

        string choice = model.Name == best
            ? $"'{AutomaticModel.Name}' would take it too."
            : $"'{AutomaticModel.Name}' would take '{best}'; scores of different models do not compare.";
        return Banding(model, format, isScaled) ?? new PairCheck(CheckName, CheckStatus.Passed, $"'{model.Name}' suits {Size(format)}. {choice}");
    }

    /// <summary>Checks the model that the videos choose.</summary>
    /// <param name="catalog">Where it is looked up.</param>
    /// <param name="format">Format that is measured.</param>
    /// <param name="frameRate">Frame rate of the pair, where known.</param>
    /// <param name="isScaled">Whether the distorted video is scaled on its way.</param>
    public static PairCheck CheckChoice(ModelCatalog catalog, VideoFormat format, FrameRate? frameRate, bool isScaled)
    {
        string best = AutomaticModel.Choose(format, frameRate);
        return Banding(catalog.GetInfo(best), format, isScaled) ?? new PairCheck(
            CheckName,
            CheckStatus.Passed,
            $"'{AutomaticModel.Name}' takes '{best}' for {Size(format)}{(frameRate is { } rate ? $" at {Rate(rate)}" : " of unknown frame rate")}.");
    }

    private static PairCheck? Banding(ModelInfo model, VideoFormat format, bool isScaled) => BandingPrecision.FindDoubt(model, format, isScaled) is { } doubt
        ? new PairCheck(CheckName, CheckStatus.Warning, doubt, BandingPrecision.Remedy)
        : null;

    private static bool Is2160(string name) =>
        name.Contains("4k", StringComparison.Ordinal) || name.Contains("2160", StringComparison.Ordinal);

    private static string Counterpart(string name) =>
        (Counterparts.FirstOrDefault(pair => pair.For1080 == name).For2160 ?? Counterparts.FirstOrDefault(pair => pair.For2160 == name).For1080) is { } other
            ? $"{other}, or "
            : string.Empty;

    private static string Size(VideoFormat format) => string.Create(CultureInfo.InvariantCulture, $"{format.Width}x{format.Height}");

    private static string Rate(FrameRate rate) => string.Create(CultureInfo.InvariantCulture, $"{rate.FramesPerSecond:0.###} fps");
}

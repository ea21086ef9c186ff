using System.Globalization;
using Vmaf.Engine.Decoding;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Pairs;
using Vmaf.Engine.Scoring;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Caching;

/// <summary>
/// What a result is found again by: the bytes of both videos, and all that was asked that changes results. Not where the videos lay, nor
/// how many threads or which instruction set measured them, nor in which order metrics and features were named. So a moved file finds its
/// result, and a changed one does not.
/// </summary>
public static class MeasurementKey
{
    /// <summary>The key of a measurement, 64 hexadecimal digits.</summary>
    /// <param name="reference">Path of the reference.</param>
    /// <param name="distorted">Path of the distorted video.</param>
    /// <param name="pair">How the pair is opened.</param>
    /// <param name="scoring">What is measured; the models in it do not count.</param>
    /// <param name="models">What tells the models from all others, in their order: names and hashes.</param>
    /// <param name="progress">Told, by the calling thread, how far the files are read.</param>
    /// <param name="cancellationToken">Ends the reading of the videos.</param>
    /// <returns><see langword="null"/> for what has no key: videos that are no files, and those that pass through code.</returns>
    /// <exception cref="VmafException">A video cannot be read.</exception>
    public static string? Find(
        string reference,
        string distorted,
        ClipPairOptions pair,
        ScoringOptions scoring,
        IEnumerable<string> models,
        IProgress<ReadingProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(pair);
        ArgumentNullException.ThrowIfNull(scoring);
        if (pair.ReferenceProcess is not null || pair.DistortedProcess is not null || !FileTarget.HasContent(reference) || !FileTarget.HasContent(distorted))
        {
            return null;
        }

        return ResultStore.KeyOf(
        [
            EngineInfo.Version,
            .. models,
            Joined(scoring.Metrics.Metrics.Select(metric => metric.Name)),
            Joined(scoring.Metrics.Models.Select(model => $"{model.Info.Name} {model.Info.Sha256}")),
            Joined(scoring.Features.Concat(scoring.Metrics.Features).Select(feature => Feature(feature, cancellationToken))),
            string.Create(CultureInfo.InvariantCulture, $"stride {scoring.Stride}, {scoring.LengthPolicy}"),
            Pair(pair),
            Side(reference, pair.ReferenceHints, pair.ReferenceDecoding, progress, cancellationToken),
            Side(distorted, pair.DistortedHints, pair.DistortedDecoding, progress, cancellationToken),
        ]);
    }

    /// <summary>Where an option names a file, such as a model, its content counts.</summary>
    private static string Feature(FeatureRequest feature, CancellationToken cancellationToken) =>
        $"{feature.Extractor}({Joined(feature.Options.Select(option => $"{option.Key}={(File.Exists(option.Value) ? ContentHash.OfFile(option.Value, progress: null, cancellationToken) : option.Value)}"))})";

    private static string Pair(ClipPairOptions pair) => string.Create(
        CultureInfo.InvariantCulture,
        $"skip {pair.ReferenceSkippedFrames} {pair.DistortedSkippedFrames}, start {pair.ReferenceStart?.Ticks} {pair.DistortedStart?.Ticks}, at most {pair.MaximumFrames} {pair.Duration?.Ticks}, rate {pair.FramesPerSecond}, resize {pair.ResizeDistorted}, common depth {pair.UseCommonBitDepth}");

    private static string Side(string path, RawVideoHints? hints, DecodeOptions? decoding, IProgress<ReadingProgress>? progress, CancellationToken cancellationToken)
    {
        decoding ??= new DecodeOptions();
        string filters = Joined(decoding.Filters.Select(filter => $"{filter.Key}={filter.Value}"));
        string size = decoding.Size is { } target ? $"{target} {decoding.Resampling}" : string.Empty;
        return $"{ContentHash.OfFile(path, progress, cancellationToken)}, {RawFormat(path, hints, cancellationToken)}, {filters}, {size}, {decoding.PixelFormat}, {decoding.AppliesRotation}, {decoding.Frames}";
    }

    /// <summary>The format of raw video is no part of its bytes; where nobody states it, it is in the name.</summary>
    private static string RawFormat(string path, RawVideoHints? hints, CancellationToken cancellationToken)
    {
        const string Y4m = ".y4m";
        bool isRaw = !path.EndsWith(Y4m, StringComparison.OrdinalIgnoreCase) && VideoSource.FindContainer(path, hints, cancellationToken) is null;
        return isRaw ? $"{(hints ?? new RawVideoHints()).Or(RawVideoNaming.Parse(path))}" : string.Empty;
    }

    private static string Joined(IEnumerable<string> parts) => string.Join(';', parts.Order(StringComparer.Ordinal));
}

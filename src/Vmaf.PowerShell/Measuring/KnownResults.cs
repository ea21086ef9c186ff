using Vmaf.Engine.Caching;
using Vmaf.Engine.Models;
using Vmaf.Engine.Scoring;
using Vmaf.Engine.Video;

namespace Vmaf.PowerShell.Measuring;

/// <summary>Results of earlier calls, for what one call asks.</summary>
/// <param name="cache">Where they are.</param>
/// <param name="scoring">What is measured, but for the models.</param>
/// <param name="models">The models.</param>
internal sealed class KnownResults(ResultCache cache, ScoringOptions scoring, ModelSelection models)
{
    private readonly string[] _models = [.. models.Identities];

    /// <summary>What the result of a pair is found by; <see langword="null"/> for a pair that cannot be found again.</summary>
    /// <param name="pair">The pair, whose files are read.</param>
    /// <param name="options">How it is opened.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="Engine.Errors.VmafException">A video cannot be read.</exception>
    public string? KeyOf(PairRequest pair, ClipPairOptions options, CancellationToken cancellationToken) =>
        MeasurementKey.Find(pair.Reference, pair.Distorted, options, scoring, _models, cancellationToken);

    /// <summary>The result of a pair, or <see langword="null"/>.</summary>
    /// <param name="key">What it is found by.</param>
    /// <param name="pair">The pair.</param>
    /// <param name="pipeline">Loads models.</param>
    public CachedRun? Find(string key, PairRequest pair, PipelineThread pipeline)
    {
        return cache.Find(key, pair.Reference, pair.Distorted, ModelsFor);

        IReadOnlyList<ModelInfo> ModelsFor(VideoFormat format, FrameRate? frameRate) =>
            [.. pipeline.Invoke(() => models.For(format, frameRate)).Select(model => model.Info), .. scoring.Metrics.ModelInfos];
    }

    /// <summary>Saves a result.</summary>
    /// <param name="key">What it is found by.</param>
    /// <param name="run">The result.</param>
    /// <exception cref="Engine.Errors.VmafException">It cannot be written.</exception>
    public void Save(string key, CachedRun run) => cache.Save(key, run);
}

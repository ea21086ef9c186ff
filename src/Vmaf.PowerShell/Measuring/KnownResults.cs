using Vmaf.Engine.Caching;
using Vmaf.Engine.Scoring;

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
    /// <param name="progress">Told how far the files are read.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="Engine.Errors.VmafException">A video cannot be read.</exception>
    public string? KeyOf(PairRequest pair, IProgress<ReadingProgress> progress, CancellationToken cancellationToken) =>
        MeasurementKey.Find(pair.Reference, pair.Distorted, pair.Options, scoring, _models, progress, cancellationToken);

    /// <summary>The result of a pair, or <see langword="null"/>.</summary>
    /// <param name="key">What it is found by.</param>
    /// <param name="pair">The pair.</param>
    public CachedRun? Find(string key, PairRequest pair) => cache.Find(
        key,
        pair.Reference,
        pair.Distorted,
        (format, frameRate) => QualityScorer.Describe(scoring with { Models = models.For(format, frameRate) }, format));

    /// <summary>Saves a result.</summary>
    /// <param name="key">What it is found by.</param>
    /// <param name="run">The result.</param>
    /// <exception cref="Engine.Errors.VmafException">It cannot be written.</exception>
    public void Save(string key, CachedRun run) => cache.Save(key, run);
}

using Vmaf.Engine.Errors;
using Vmaf.Engine.Features.NaturalScene;
using Vmaf.Engine.Models;
using Vmaf.Engine.Scoring;

namespace Vmaf.Engine.Metrics;

/// <summary>The metrics of a run with their models loaded. Immutable; may serve many runs.</summary>
public sealed class MetricSelection
{
    /// <summary>A model's score is called as in libvmaf's logs where the metric is VMAF itself.</summary>
    private const string PlainScoreName = "vmaf";

    private MetricSelection(IReadOnlyList<QualityMetric> metrics, IReadOnlyList<ScoringModel> models, IReadOnlyList<FeatureRequest> features)
    {
        Metrics = metrics;
        Models = models;
        Features = features;
        Derived = [.. metrics.Select(metric => metric.Derive(features)).OfType<DerivedFeature>()];
    }

    /// <summary>No metric.</summary>
    public static MetricSelection Empty { get; } = new([], [], []);

    /// <summary>The metrics, each once, in the order in which they were asked for.</summary>
    public IReadOnlyList<QualityMetric> Metrics { get; }

    /// <summary>Whether some metric compares with a reference.</summary>
    public bool NeedsReference => Metrics.Any(metric => metric.NeedsReference);

    /// <summary>Whether some metric takes a model that the caller may name.</summary>
    public bool TakesModels => Metrics.Any(metric => metric.ModelUse != MetricModelUse.None);

    /// <summary>Whether some metric wants scores explained.</summary>
    public bool Explains => Metrics.Any(metric => metric.Explains);

    /// <summary>The model of the first metric that has a plain one; what explanations explain.</summary>
    public VmafModel? FirstModel => Models.OfType<RegressionScoringModel>().FirstOrDefault()?.Model;

    /// <summary>The models that it scores with, in the order of their scores.</summary>
    internal IReadOnlyList<ScoringModel> Models { get; }

    /// <summary>The feature extractors that it needs beside those of the models, each once.</summary>
    public IReadOnlyList<FeatureRequest> Features { get; }

    /// <summary>The scores that need no model and are no feature already.</summary>
    internal IReadOnlyList<DerivedFeature> Derived { get; }

    /// <summary>Finds metrics and loads their models.</summary>
    /// <param name="names">Names of metrics, whatever their case.</param>
    /// <param name="catalog">Where models are looked for.</param>
    /// <param name="models">
    /// Names or paths of the models to use in place of each metric's default; empty for the defaults. The ensemble takes all of them, other
    /// metrics one.
    /// </param>
    /// <param name="completeFeature">Adds options to what the metrics ask of an extractor, such as the size of the encode.</param>
    /// <exception cref="VmafException">A metric or model is unknown, cannot be used or read, or more models are named than metrics take.</exception>
    public static MetricSelection Create(
        IEnumerable<string> names,
        ModelCatalog catalog,
        IReadOnlyList<string>? models = null,
        Func<FeatureRequest, FeatureRequest>? completeFeature = null)
    {
        QualityMetric[] metrics = [.. names.Select(QualityMetrics.GetByName).Distinct()];
        var scorers = new List<ScoringModel>();
        var features = new List<FeatureRequest>();
        foreach (QualityMetric metric in metrics)
        {
            IReadOnlyList<string> named = models is { Count: > 0 } ? models : metric.DefaultModels;
            if (metric.ModelUse is not (MetricModelUse.None or MetricModelUse.Ensemble) && named.Count != 1)
            {
                throw new VmafException(
                    VmafErrorIds.OptionInvalid,
                    $"Metric '{metric.Name}' takes one model, and {named.Count} are named.",
                    "Name one model, or ask for EnsembleVMAF.",
                    metric.Name);
            }

            features.AddRange(metric.ModelUse == MetricModelUse.Niqe ? [NiqeRequest(catalog, named[0])] : metric.Features);
            if (CreateModel(metric, catalog, named) is { } model)
            {
                scorers.Add(model);
            }
        }

        return new MetricSelection(metrics, scorers, [.. features.GroupBy(feature => feature.Extractor).Select(Merge).Select(completeFeature ?? (request => request))]);
    }

    /// <summary>Names in logs of what the metrics say that take no model, in the order of <see cref="Metrics"/>.</summary>
    /// <param name="featuresOf">Names of all features of an extractor, for metrics that are features rather than a score.</param>
    internal IEnumerable<string> NameFeatures(Func<string, IEnumerable<string>> featuresOf) => Metrics.SelectMany(metric => metric switch
    {
        { ScoreFeatures: [var first, ..] } => [metric.Derive(Features)?.Name ?? first],
        { HasScore: false } => metric.Features.SelectMany(feature => featuresOf(feature.Extractor)),
        _ => [],
    });

    /// <summary>One request an extractor: each metric switches on what it needs, and switches nothing off.</summary>
    private static FeatureRequest Merge(IGrouping<string, FeatureRequest> requests) =>
        new(requests.Key, requests.SelectMany(request => request.Options).DistinctBy(option => option.Key).ToDictionary());

    private static FeatureRequest NiqeRequest(ModelCatalog catalog, string model) => new(
        NiqeDefinition.ExtractorName,
        new Dictionary<string, string> { [NiqeDefinition.ModelOption] = catalog.FindFile(model, ".json", ".pkl").Path });

    private static ScoringModel? CreateModel(QualityMetric metric, ModelCatalog catalog, IReadOnlyList<string> named)
    {
        string name = metric.Name == "VMAF" ? PlainScoreName : metric.Name;
        var options = new ModelLoadOptions { Name = name, EnableTransform = metric.ModelUse == MetricModelUse.Transformed };
        switch (metric.ModelUse)
        {
            case MetricModelUse.Plain or MetricModelUse.Transformed:
                return new RegressionScoringModel(catalog.Load(named[0], options));
            case MetricModelUse.Ensemble:
                return new EnsembleScoringModel(name, [.. named.Select(model => catalog.Load(model, options))]);
            case MetricModelUse.Bootstrap:
                return new RegressionScoringModel(LoadBootstrap(metric, catalog, named[0], options));
            case MetricModelUse.Bagging:
                return new BaggingScoringModel(LoadBootstrap(metric, catalog, named[0], options));
            case MetricModelUse.Legacy:
                (string path, ModelOrigin origin) = catalog.FindFile(named[0], ".model");
                return new LegacyScoringModel(name, path, origin);
            default:
                return null;
        }
    }

    private static VmafModel LoadBootstrap(QualityMetric metric, ModelCatalog catalog, string nameOrPath, ModelLoadOptions options)
    {
        VmafModel model = catalog.Load(nameOrPath, options);
        return model.Members.Count > 0
            ? model
            : throw new VmafException(
                VmafErrorIds.ModelUnsupported,
                $"Metric '{metric.Name}' takes a bootstrap model, and '{nameOrPath}' is a single one.",
                "Name a model such as vmaf_b_v0.6.3.",
                nameOrPath);
    }
}

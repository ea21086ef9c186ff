using Vmaf.Engine.Errors;
using Vmaf.Engine.Features;
using Vmaf.Engine.Metrics;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Scoring;

/// <summary>
/// What a run measures: the fewest extractors that give all features that models and user ask for, and where every number goes.
/// Owns the extractors.
/// </summary>
internal sealed class ScoringPlan : IDisposable
{
    private ScoringPlan(
        IReadOnlyList<FeatureExtractorDefinition> definitions,
        IReadOnlyList<PlannedExtractor> extractors,
        IReadOnlyList<PlannedDerivation> derivations,
        IReadOnlyList<PlannedModel> models,
        MetricNames names,
        bool needsChroma)
    {
        Definitions = definitions;
        Extractors = extractors;
        Derivations = derivations;
        Models = models;
        Names = names;
        NeedsChroma = needsChroma;
        EveryExtractor = [.. Enumerable.Range(0, extractors.Count)];
        UnstridedExtractors = [.. EveryExtractor.Where(index => extractors[index].Extractor.NeedsEveryFrame)];
        MeasurementCount = extractors.Sum(planned => planned.Extractor.MeasurementCount);
        foreach (PlannedExtractor planned in extractors)
        {
            HistoryLength = Math.Max(HistoryLength, planned.Extractor.HistoryLength);
        }
    }

    /// <summary>What describes the extractors, in their order.</summary>
    public IReadOnlyList<FeatureExtractorDefinition> Definitions { get; }

    /// <summary>Whether any of the extractors looks at chroma.</summary>
    public bool NeedsChroma { get; }

    /// <summary>The extractors.</summary>
    public IReadOnlyList<PlannedExtractor> Extractors { get; }

    /// <summary>The features that are worked out of others.</summary>
    public IReadOnlyList<PlannedDerivation> Derivations { get; }

    /// <summary>The models.</summary>
    public IReadOnlyList<PlannedModel> Models { get; }

    /// <summary>All features and scores, in the order of logs.</summary>
    public MetricNames Names { get; }

    /// <summary>What the result of the run will have, and in which order.</summary>
    public ResultLayout Layout => new(Names, [.. Models.Select(planned => planned.Model)]);

    /// <summary>Indices of all extractors.</summary>
    public int[] EveryExtractor { get; }

    /// <summary>Indices of the extractors that measure frames which a stride leaves out, too.</summary>
    public int[] UnstridedExtractors { get; }

    /// <summary>Measurements of all extractors for one frame.</summary>
    public int MeasurementCount { get; }

    /// <summary>The most earlier frames that an extractor looks at.</summary>
    public int HistoryLength { get; }

    /// <summary>Plans a run.</summary>
    /// <param name="models">The models to score with.</param>
    /// <param name="features">Further features.</param>
    /// <param name="format">Format of both videos.</param>
    /// <param name="metrics">Metrics by name, some of whose scores are worked out of features.</param>
    /// <exception cref="VmafException">
    /// An extractor or option is unknown, does not fit the format, or contradicts another; or two metrics have the same name.
    /// </exception>
    public static ScoringPlan Create(
        IReadOnlyList<ScoringModel> models,
        IReadOnlyList<FeatureOptionSet> features,
        VideoFormat format,
        MetricSelection? metrics = null)
    {
        metrics ??= MetricSelection.Empty;
        IReadOnlyList<DerivedFeature> derived = metrics.Derived;
        var variants = new FeatureVariants();
        foreach (ModelInput input in models.SelectMany(model => model.Inputs))
        {
            variants.AddForModel(input.Options);
        }

        foreach (ModelInput input in derived.SelectMany(feature => feature.Inputs))
        {
            variants.AddForModel(input.Options);
        }

        foreach (FeatureOptionSet feature in features)
        {
            variants.AddExplicit(feature);
        }

        var instances = new Dictionary<FeatureExtractorDefinition, IFeatureExtractor>();
        try
        {
            foreach (IGrouping<FeatureExtractorDefinition, FeatureOptionSet> group in variants.All.GroupBy(variant => variant.Extractor))
            {
                instances.Add(group.Key, group.Key.Create(format, [.. group]));
            }

            string[] featureNames = LogOrder.Of(variants.All, [.. variants.All.Select(variant => instances[variant.Extractor])]);
            var names = UniqueNames([.. featureNames, .. derived.Select(feature => feature.Name)], [.. OrderScores(models)], NamedFeatures(metrics, instances));
            return new ScoringPlan(
                [.. instances.Keys],
                PlaceExtractors(instances.Values, names),
                PlaceDerivations(derived, names),
                PlaceModels(models, names),
                names,
                variants.All.Any(variant => variant.Extractor.NeedsChroma(variant)));
        }
        catch
        {
            foreach (IFeatureExtractor extractor in instances.Values)
            {
                extractor.Dispose();
            }

            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (PlannedExtractor planned in Extractors)
        {
            planned.Extractor.Dispose();
        }
    }

    /// <summary>As in libvmaf's logs: the score of each model, then what each bootstrap model adds.</summary>
    private static IEnumerable<string> OrderScores(IReadOnlyList<ScoringModel> models) =>
        models.Select(model => model.ScoreNames[0]).Concat(models.SelectMany(model => model.ScoreNames.Skip(1)));

    private static IEnumerable<string> NamedFeatures(
        MetricSelection metrics, Dictionary<FeatureExtractorDefinition, IFeatureExtractor> instances) =>
        metrics.NameFeatures(extractor => instances
            .Where(instance => instance.Key.Name == extractor)
            .SelectMany(instance => instance.Value.FeatureNames));

    private static MetricNames UniqueNames(string[] features, string[] scores, IEnumerable<string> named)
    {
        var seen = new HashSet<string>(features, StringComparer.Ordinal);
        foreach (string score in scores)
        {
            if (!seen.Add(score))
            {
                throw new VmafException(
                    VmafErrorIds.ModelNameDuplicate,
                    $"Two models, or a model and a feature, write a score named '{score}'.",
                    "Give each model a name of its own.",
                    score);
            }
        }

        return new MetricNames(features, scores, named);
    }

    private static PlannedExtractor[] PlaceExtractors(IEnumerable<IFeatureExtractor> extractors, MetricNames names)
    {
        var placed = new List<PlannedExtractor>();
        int measurementStart = 0;
        foreach (IFeatureExtractor extractor in extractors)
        {
            placed.Add(new PlannedExtractor(extractor, measurementStart, [.. extractor.FeatureNames.Select(names.IndexOf)]));
            measurementStart += extractor.MeasurementCount;
        }

        return [.. placed];
    }

    private static PlannedDerivation[] PlaceDerivations(IReadOnlyList<DerivedFeature> derived, MetricNames names) =>
        [.. derived.Select(feature => new PlannedDerivation(
            feature,
            PlaceInputs(feature.Name, feature.Inputs, names),
            names.IndexOf(feature.Name)))];

    private static int[] PlaceInputs(string score, IReadOnlyList<ModelInput> inputs, MetricNames names) =>
        [.. inputs.Select(input => names.IndexOf(input.LogName) is >= 0 and int index
            ? index
            : throw new VmafException(
                VmafErrorIds.OptionInvalid,
                $"'{score}' needs '{input.LogName}', which the options asked of '{input.Options.Extractor.Name}' leave out.",
                "Leave out one of them, or add debug=true to the options.",
                score))];

    private static PlannedModel[] PlaceModels(IReadOnlyList<ScoringModel> models, MetricNames names) =>
        [.. models.Select(model => new PlannedModel(
            model,
            PlaceInputs(model.ScoreNames[0], model.Inputs, names),
            [.. model.ScoreNames.Select(names.IndexOf)]))];
}

using System.Management.Automation;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Models;
using Vmaf.Engine.Reports;
using Vmaf.Engine.Scoring;

namespace Vmaf.PowerShell.Output;

/// <summary>
/// The quality of one distorted video as a flat object, made for tables, sorting and <c>Export-Csv</c>: the pooled score of the first
/// model, the mean of every other metric under that metric's name, and what was compared with what.
/// </summary>
internal static class QualityRow
{
    /// <summary>The name that views and scripts know these objects by.</summary>
    public const string TypeName = "Vmaf.QualityResult";

    /// <summary>Name of the property that holds the frames, and through them what a report file takes.</summary>
    private const string FramesProperty = "Frames";

    private const string ModelProperty = "Model";
    private const string ModelsProperty = "Models";
    private const string WarningsProperty = "Warnings";
    private const string DistortedProperty = "Distorted";
    private const string ReferenceProperty = "Reference";
    private const string BitrateProperty = "Bitrate";

    /// <summary>Makes the object for a run.</summary>
    /// <param name="pair">The videos, and what the engine said.</param>
    public static PSObject Create(ScoredPair pair) => Create(Report.FromResult(pair.Result), pair.Result, path: null, pair, pair.Result.Models);

    /// <summary>Makes the object for a report that was read. What report files do not hold is <see langword="null"/>.</summary>
    /// <param name="report">The report.</param>
    /// <param name="path">Path of its file.</param>
    public static PSObject Create(Report report, string path) => Create(report, run: null, path, pair: null, []);

    /// <summary>Makes the object for a report that was put together of several.</summary>
    /// <param name="report">The report.</param>
    /// <param name="parts">The objects that it was put together of; at least one.</param>
    /// <param name="name">What the whole is called; <see langword="null"/> to call it as the first of its parts.</param>
    public static PSObject Create(Report report, IReadOnlyList<PSObject> parts, string? name)
    {
        ModelResult[] models =
        [
            .. parts.SelectMany(FindModels).DistinctBy(model => model.Name)
                .Where(model => model.ScoreNames.All(score => report.Names.IndexOf(score) >= 0))
                .Select(model => model.PooledFrom(report.Names, report.Metrics)),
        ];
        PSObject row = Create(report, run: null, path: null, pair: null, models, name ?? FindName(parts[0]));
        row.Properties[ReferenceProperty].Value = parts[0].Properties[ReferenceProperty]?.Value;
        row.Properties[ModelProperty].Value = ModelNames(parts);
        row.Properties[BitrateProperty].Value = CommonBitrate(parts);
        string[] warnings = [.. parts.SelectMany(FindWarnings).Distinct()];
        row.Properties[WarningsProperty].Value = new DescribedList<string>(warnings, string.Join(" ", warnings));
        return row;
    }

    /// <summary>The report inside an object that <see cref="Create(ScoredPair)"/> made, or <see langword="null"/> for other objects.</summary>
    /// <param name="row">The object.</param>
    public static Report? FindReport(PSObject row) =>
        (row.Properties[FramesProperty]?.Value as FrameRowList)?.Report ?? SerializedReport.Read(row);

    /// <summary>The report inside an object.</summary>
    /// <param name="row">The object, or what is left of it after serialisation.</param>
    /// <exception cref="VmafException"><see cref="VmafErrorIds.OptionInvalid"/>: it is no result.</exception>
    public static Report RequireReport(PSObject row) => FindReport(row) ?? throw new VmafException(
        VmafErrorIds.OptionInvalid,
        "The object is no result of Invoke-VmafQuality, Import-VmafReport or Join-VmafResult.",
        "Give it as that command wrote it, not as Select-Object or a format command made it.",
        row);

    /// <summary>What a result is of: its distorted video, else its report file.</summary>
    /// <param name="row">The object.</param>
    public static string? FindName(PSObject row) =>
        (row.Properties[DistortedProperty]?.Value ?? row.Properties["ReportPath"]?.Value)?.ToString();

    /// <summary>The videos that were scored, where the object says.</summary>
    /// <param name="row">The object.</param>
    public static ScoredPair? FindPair(PSObject row) => (row.Properties[FramesProperty]?.Value as FrameRowList)?.Pair;

    /// <summary>The model that the first score was made with, where the object says.</summary>
    /// <param name="row">The object.</param>
    public static ModelInfo? FindModel(PSObject row) => FindModels(row) is [var first, ..] ? first.Model : null;

    private static PSObject Create(
        Report report, QualityResult? run, string? path, ScoredPair? pair, IReadOnlyList<ModelResult> models, string? name = null)
    {
        string? distorted = run?.Distorted ?? name;
        var row = new PSObject();
        void Add(string name, object? value) => row.Properties.Add(new PSNoteProperty(name, value));

        Add(DistortedProperty, distorted);
        Add(ReferenceProperty, run?.Reference);
        Add(ModelProperty, run is null ? null : string.Join("; ", models.Select(model => model.Model.Name)));
        foreach ((string property, object? value) in FirstScore(report))
        {
            Add(property, value);
        }

        foreach (string metric in FrameRow.ColumnNames(report.Names))
        {
            Add(metric, report.Metrics[report.Names.IndexOf(metric)].Pooled?.Mean);
        }

        foreach ((string aggregate, double value) in report.Aggregates)
        {
            if (row.Properties[aggregate] is null)
            {
                Add(aggregate, double.IsFinite(value) ? value : null);
            }
        }

        Add(FramesProperty, new FrameRowList(report, distorted, pair));
        Add(BitrateProperty, run?.DistortedKilobitsPerSecond);
        Add("FramesPerSecond", report.FramesPerSecond);
        Add("Elapsed", run?.Elapsed);
        Add("Width", report.Width);
        Add("Height", report.Height);
        Add("PixelFormat", run?.PixelFormat);
        Add("BitDepth", run?.BitDepth);
        Add("ReferenceFrameCount", run?.ReferenceFrameCount);
        Add("DistortedFrameCount", run?.DistortedFrameCount);
        Add("SimdTier", run?.SimdTier.ToString());
        Add("EngineVersion", report.Version);
        Add("ReportPath", path);
        Add("Metrics", new DescribedList<ResultMetric>(
            [.. report.Metrics.Select(metric => new ResultMetric(metric.Name, metric.Pooled, KindOf(report.Names, metric.Name)))],
            string.Join("; ", report.Metrics.Select(metric => metric.Name))));
        Add("Aggregates", new DescribedList<VideoAggregate>(
            [.. report.Aggregates.Select(pair => new VideoAggregate(pair.Key, pair.Value))],
            string.Join("; ", report.Aggregates.Select(pair => pair.Key))));
        Add(ModelsProperty, new DescribedList<ScoredModel>(
            [.. models.Select(model => new ScoredModel(model))],
            string.Join("; ", models.Select(model => $"{model.Model.Name} ({model.Model.Origin}, SHA-256 {model.Model.Sha256})"))));
        IReadOnlyList<string> warnings = run?.Warnings ?? [];
        Add(WarningsProperty, new DescribedList<string>([.. warnings], string.Join(" ", warnings)));

        // Last: once it has this type, PowerShell refuses properties that the type file declares for completion.
        row.TypeNames.Insert(0, TypeName);
        return row;
    }

    private static IReadOnlyList<ModelResult> FindModels(PSObject row) =>
        row.Properties[ModelsProperty]?.Value is DescribedList<ScoredModel> models ? [.. models.Select(model => model.Result)] : [];

    /// <summary>Names of the models of all parts, each once; <see langword="null"/> where no part says.</summary>
    private static string? ModelNames(IReadOnlyList<PSObject> parts)
    {
        string[] texts = [.. parts.Select(part => part.Properties[ModelProperty]?.Value?.ToString()).OfType<string>()];
        return texts.Length == 0
            ? null
            : string.Join("; ", texts.SelectMany(text => text.Split("; ", StringSplitOptions.RemoveEmptyEntries)).Distinct());
    }

    /// <summary>The bitrate of parts of one video, which all state the same; <see langword="null"/> for others.</summary>
    private static double? CommonBitrate(IReadOnlyList<PSObject> parts) =>
        parts.Select(part => FrameRow.FindValue(part, BitrateProperty)).Distinct().ToArray() is [var only] ? only : null;

    private static IEnumerable<string> FindWarnings(PSObject row) =>
        LanguagePrimitives.GetEnumerable(row.Properties[WarningsProperty]?.Value)?.Cast<object?>().Select(text => text?.ToString()).OfType<string>() ?? [];

    private static MetricKind KindOf(MetricNames names, string metric) =>
        names.Scores.Contains(metric) ? MetricKind.Score : names.Named.Contains(metric) ? MetricKind.NamedMetric : MetricKind.Feature;

    private static IEnumerable<(string Name, object? Value)> FirstScore(Report report)
    {
        if (report.Names.Scores.Count == 0)
        {
            return [];
        }

        PooledScore? score = report.Metrics[report.Names.Features.Count].Pooled;
        return
        [
            (FrameRow.FirstScore, score?.Mean),
            ("HarmonicMean", score?.HarmonicMean),
            ("Min", score?.Min),
            ("Max", score?.Max),
            ("Median", score?.Median),
            ("StandardDeviation", score?.StandardDeviation),
            ("P1", score?.P1),
            ("P5", score?.P5),
            ("P10", score?.P10),
            ("P20", score?.P20),
        ];
    }
}

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

    private const string ModelsProperty = "Models";
    private const string DistortedProperty = "Distorted";
    private const string ReferenceProperty = "Reference";

    /// <summary>Makes the object for a run.</summary>
    /// <param name="pair">The videos, and what the engine said.</param>
    public static PSObject Create(ScoredPair pair) => Create(Report.FromResult(pair.Result), pair.Result, path: null, pair);

    /// <summary>Makes the object for a report that was read. What report files do not hold is <see langword="null"/>.</summary>
    /// <param name="report">The report.</param>
    /// <param name="path">Path of its file.</param>
    public static PSObject Create(Report report, string path) => Create(report, run: null, path, pair: null);

    /// <summary>Makes the object for a report that was put together of several.</summary>
    /// <param name="report">The report.</param>
    /// <param name="parts">The objects that it was put together of; at least one.</param>
    /// <param name="name">What the whole is called; <see langword="null"/> to call it as the first of its parts.</param>
    public static PSObject Create(Report report, IReadOnlyList<PSObject> parts, string? name)
    {
        PSObject row = Create(report, run: null, path: null, pair: null, name ?? FindName(parts[0]));
        row.Properties[ReferenceProperty].Value = parts[0].Properties[ReferenceProperty]?.Value;
        row.Properties["Model"].Value = parts[0].Properties["Model"]?.Value;
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
    public static ModelInfo? FindModel(PSObject row) =>
        (row.Properties[ModelsProperty]?.Value as DescribedList<ModelResult>)?.FirstOrDefault()?.Model;

    private static PSObject Create(Report report, QualityResult? run, string? path, ScoredPair? pair, string? name = null)
    {
        string? distorted = run?.Distorted ?? name;
        var row = new PSObject();
        void Add(string name, object? value) => row.Properties.Add(new PSNoteProperty(name, value));

        IReadOnlyList<ModelResult> models = run?.Models ?? [];
        Add(DistortedProperty, distorted);
        Add(ReferenceProperty, run?.Reference);
        Add("Model", run is null ? null : string.Join("; ", models.Select(model => model.Model.Name)));
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
        Add("Metrics", new DescribedList<PooledMetric>(
            [.. report.Metrics.Select(metric => new PooledMetric(metric.Name, metric.Pooled))],
            string.Join("; ", report.Metrics.Select(metric => metric.Name))));
        Add(ModelsProperty, new DescribedList<ModelResult>(
            [.. models],
            string.Join("; ", models.Select(model => $"{model.Model.Name} ({model.Model.Origin}, SHA-256 {model.Model.Sha256})"))));
        IReadOnlyList<string> warnings = run?.Warnings ?? [];
        Add("Warnings", new DescribedList<string>([.. warnings], string.Join(" ", warnings)));

        // Last: once it has this type, PowerShell refuses properties that the type file declares for completion.
        row.TypeNames.Insert(0, TypeName);
        return row;
    }

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

using System.Management.Automation;
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

    /// <summary>Makes the object for a run.</summary>
    /// <param name="result">What the engine said.</param>
    /// <param name="clip">Where the pictures of the distorted video are found again.</param>
    public static PSObject Create(QualityResult result, ExplainedClip clip) => Create(Report.FromResult(result), result, path: null, clip);

    /// <summary>Makes the object for a report that was read. What report files do not hold is <see langword="null"/>.</summary>
    /// <param name="report">The report.</param>
    /// <param name="path">Path of its file.</param>
    public static PSObject Create(Report report, string path) => Create(report, run: null, path, clip: null);

    /// <summary>The report inside an object that <see cref="Create(QualityResult, ExplainedClip)"/> made, or <see langword="null"/> for other objects.</summary>
    /// <param name="row">The object.</param>
    public static Report? FindReport(PSObject row) => (row.Properties[FramesProperty]?.Value as FrameRowList)?.Report;

    /// <summary>Where the pictures of the distorted video are found again, where the object says.</summary>
    /// <param name="row">The object.</param>
    public static ExplainedClip? FindClip(PSObject row) => (row.Properties[FramesProperty]?.Value as FrameRowList)?.Clip;

    /// <summary>The model that the first score was made with, where the object says.</summary>
    /// <param name="row">The object.</param>
    public static ModelInfo? FindModel(PSObject row) =>
        (row.Properties[ModelsProperty]?.Value as DescribedList<ModelResult>)?.FirstOrDefault()?.Model;

    private static PSObject Create(Report report, QualityResult? run, string? path, ExplainedClip? clip)
    {
        var row = new PSObject();
        void Add(string name, object? value) => row.Properties.Add(new PSNoteProperty(name, value));

        IReadOnlyList<ModelResult> models = run?.Models ?? [];
        Add("Distorted", run?.Distorted);
        Add("Reference", run?.Reference);
        Add("Model", run is null ? null : string.Join("; ", models.Select(model => model.Model.Name)));
        foreach ((string name, object? value) in FirstScore(report))
        {
            Add(name, value);
        }

        foreach (string name in FrameRow.ColumnNames(report.Names))
        {
            Add(name, report.Metrics[report.Names.IndexOf(name)].Pooled?.Mean);
        }

        foreach ((string name, double value) in report.Aggregates)
        {
            if (row.Properties[name] is null)
            {
                Add(name, double.IsFinite(value) ? value : null);
            }
        }

        Add(FramesProperty, new FrameRowList(report, run?.Distorted, clip));
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

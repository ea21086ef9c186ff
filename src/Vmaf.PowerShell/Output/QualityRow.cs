using System.Management.Automation;
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

    /// <summary>Name of the property that holds the frames, and through them the engine's result.</summary>
    public const string FramesProperty = "Frames";

    /// <summary>Makes the object.</summary>
    /// <param name="result">What the engine said.</param>
    public static PSObject Create(QualityResult result)
    {
        var row = new PSObject();
        row.TypeNames.Insert(0, TypeName);
        void Add(string name, object? value) => row.Properties.Add(new PSNoteProperty(name, value));

        Add("Distorted", result.Distorted);
        Add("Reference", result.Reference);
        Add("Model", string.Join("; ", result.Models.Select(model => model.Model.Name)));
        if (result.Models.Count > 0)
        {
            PooledScore score = result.Models[0].Pooled;
            Add(FrameRow.FirstScore, score.Mean);
            Add("HarmonicMean", score.HarmonicMean);
            Add("Min", score.Min);
            Add("Max", score.Max);
            Add("Median", score.Median);
            Add("StandardDeviation", score.StandardDeviation);
            Add("P1", score.P1);
            Add("P5", score.P5);
            Add("P10", score.P10);
            Add("P20", score.P20);
        }

        IEnumerable<string> otherScores = result.Names.Scores.Skip(1);
        foreach (MetricSummary metric in result.Metrics.IntersectBy(otherScores.Concat(result.Names.Features), metric => metric.Name))
        {
            Add(metric.Name, metric.Pooled?.Mean);
        }

        Add(FramesProperty, new FrameRowList(result));
        Add("FramesPerSecond", result.FramesPerSecond);
        Add("Elapsed", result.Elapsed);
        Add("Width", result.Width);
        Add("Height", result.Height);
        Add("PixelFormat", result.PixelFormat);
        Add("BitDepth", result.BitDepth);
        Add("ReferenceFrameCount", result.ReferenceFrameCount);
        Add("DistortedFrameCount", result.DistortedFrameCount);
        Add("SimdTier", result.SimdTier.ToString());
        Add("EngineVersion", result.EngineVersion);
        Add("Metrics", new DescribedList<PooledMetric>(
            [.. result.Metrics.Select(metric => new PooledMetric(metric.Name, metric.Pooled))],
            string.Join("; ", result.Metrics.Select(metric => metric.Name))));
        Add("Models", new DescribedList<ModelResult>(
            [.. result.Models],
            string.Join("; ", result.Models.Select(model => $"{model.Model.Name} ({model.Model.Origin}, SHA-256 {model.Model.Sha256})"))));
        Add("Warnings", new DescribedList<string>([.. result.Warnings], string.Join(" ", result.Warnings)));
        return row;
    }
}

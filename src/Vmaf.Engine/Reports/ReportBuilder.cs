using System.Globalization;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Metrics;
using Vmaf.Engine.Scoring;

namespace Vmaf.Engine.Reports;

/// <summary>Gathers frames and metrics of a log in the order in which they are met.</summary>
internal sealed class ReportBuilder(ReportSource source)
{
    private readonly List<string> _names = [];
    private readonly Dictionary<string, int> _indices = new(StringComparer.Ordinal);
    private readonly List<(int FrameIndex, List<double> Values)> _frames = [];
    private readonly OrderedDictionary<string, double> _aggregates = new(StringComparer.Ordinal);

    /// <summary>Version of the writing program.</summary>
    public string? Version { get; set; }

    /// <summary>Frames per second.</summary>
    public double? FramesPerSecond { get; set; }

    /// <summary>Luma width in samples.</summary>
    public int? Width { get; set; }

    /// <summary>Luma height in samples.</summary>
    public int? Height { get; set; }

    /// <summary>Names of the features that are metrics asked for by name; <see langword="null"/> where the log does not say.</summary>
    public IReadOnlyList<string>? NamedMetrics { get; set; }

    /// <summary>Starts a frame; frame numbers grow.</summary>
    /// <exception cref="VmafException"><see cref="VmafErrorIds.ReportMalformed"/>.</exception>
    public void AddFrame(int frameIndex, string place)
    {
        int previous = _frames.Count == 0 ? -1 : _frames[^1].FrameIndex;
        if (frameIndex <= previous)
        {
            throw source.Malformed(
                place, string.Create(CultureInfo.InvariantCulture, $"frame {frameIndex} does not come after frame {previous}"));
        }

        _frames.Add((frameIndex, []));
    }

    /// <summary>Says that a metric exists, whether or not a frame has it.</summary>
    public int AddMetric(string name)
    {
        if (!_indices.TryGetValue(name, out int index))
        {
            index = _names.Count;
            _indices.Add(name, index);
            _names.Add(name);
        }

        return index;
    }

    /// <summary>Sets a metric of the frame last started.</summary>
    /// <exception cref="VmafException"><see cref="VmafErrorIds.ReportMalformed"/>: the frame has it already.</exception>
    public void AddValue(string name, double value, string place)
    {
        int index = AddMetric(name);
        List<double> values = _frames[^1].Values;
        while (values.Count <= index)
        {
            values.Add(MetricDictionary.Missing);
        }

        if (!MetricDictionary.IsMissing(values[index]))
        {
            throw source.Malformed(place, $"metric '{name}' stands twice");
        }

        values[index] = value;
    }

    /// <summary>Sets an aggregate figure.</summary>
    public void AddAggregate(string name, double value) => _aggregates[name] = value;

    /// <summary>Makes the report.</summary>
    public Report Build()
    {
        int firstScore = _names.FindIndex(IsScore);
        int featureCount = firstScore < 0 ? _names.Count : firstScore;
        var names = new MetricNames(_names[..featureCount], _names[featureCount..], NamedMetrics ?? _names.Where(QualityMetrics.IsScoreOfFeatures));
        FrameScore[] frames = [.. _frames.Select(frame => new FrameScore(frame.FrameIndex, names, Complete(frame.Values)))];
        return new Report
        {
            Version = Version,
            FramesPerSecond = FramesPerSecond,
            Width = Width,
            Height = Height,
            Names = names,
            Frames = frames,
            Metrics = MetricSummary.FromFrames(names, frames),
            Aggregates = _aggregates,
        };
    }

    private static bool IsScore(string name) =>
        name.StartsWith("vmaf", StringComparison.Ordinal)
        || QualityMetrics.All.Any(metric => metric.Name == name && metric.ModelUse is not (MetricModelUse.None or MetricModelUse.Niqe));

    private double[] Complete(List<double> values)
    {
        double[] row = new double[_names.Count];
        row.AsSpan().Fill(MetricDictionary.Missing);
        values.CopyTo(row);
        return row;
    }
}

using Vmaf.Engine.Scoring;

namespace Vmaf.Engine.Reports;

/// <summary>What a log holds: every frame, and the same pooled.</summary>
public sealed class Report
{
    /// <summary>Version of the program that wrote the log, where the format has it.</summary>
    public string? Version { get; init; }

    /// <summary>
    /// Frames per second. This engine writes wall time; libvmaf's own logs count CPU seconds of all threads. <see langword="null"/>
    /// where the log does not say.
    /// </summary>
    public double? FramesPerSecond { get; init; }

    /// <summary>Luma width in samples, where the format has it (XML).</summary>
    public int? Width { get; init; }

    /// <summary>Luma height in samples, where the format has it (XML).</summary>
    public int? Height { get; init; }

    /// <summary>
    /// The metrics, in the order of the log, features first. In a log that was read, the names from the first that starts with
    /// <c>vmaf</c>, or is that of a metric with a model, on are taken for scores.
    /// </summary>
    public required MetricNames Names { get; init; }

    /// <summary>The frames, in order.</summary>
    public required IReadOnlyList<FrameScore> Frames { get; init; }

    /// <summary>Each metric pooled over the frames; made from them, not read from the log.</summary>
    public required IReadOnlyList<MetricSummary> Metrics { get; init; }

    /// <summary>Figures that are about the whole video rather than pooled from frames, by name.</summary>
    public required IReadOnlyDictionary<string, double> Aggregates { get; init; }

    /// <summary>Mean of the first score; <see langword="null"/> without a score or where one is not finite.</summary>
    public double? Score => Names.Scores.Count == 0 ? null : Metrics[Names.Features.Count].Pooled?.Mean;

    /// <summary>The log of a run.</summary>
    /// <param name="result">The run's result.</param>
    public static Report FromResult(QualityResult result) => new()
    {
        Version = result.EngineVersion,
        FramesPerSecond = result.FramesPerSecond,
        Width = result.Width,
        Height = result.Height,
        Names = result.Names,
        Frames = result.Frames,
        Metrics = result.Metrics,
        Aggregates = result.Aggregates,
    };

    /// <summary>A report put together by hand, without size, speed and figures about the whole video.</summary>
    /// <param name="names">The metrics.</param>
    /// <param name="frames">The frames, in order.</param>
    /// <exception cref="ArgumentException">A frame has not as many values as there are metrics, or comes too early.</exception>
    public static Report FromFrames(MetricNames names, IEnumerable<ReportFrame> frames)
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(frames);
        var scores = new List<FrameScore>();
        foreach (ReportFrame frame in frames)
        {
            if (frame.Values.Count != names.All.Count || (scores.Count > 0 && frame.FrameIndex <= scores[^1].FrameIndex))
            {
                throw new ArgumentException($"Frame {frame.FrameIndex} comes too early or has {frame.Values.Count} values.", nameof(frames));
            }

            scores.Add(new FrameScore(frame.FrameIndex, names, [.. frame.Values.Select(value => value ?? MetricDictionary.Missing)]));
        }

        return new Report
        {
            Names = names,
            Frames = scores,
            Metrics = MetricSummary.FromFrames(names, scores),
            Aggregates = new Dictionary<string, double>(),
        };
    }
}

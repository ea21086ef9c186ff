using Vmaf.Engine.Alignment;
using Vmaf.Engine.Pairs;
using Vmaf.Engine.Scoring;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Reports;

/// <summary>A result as pages and drawings show it: its frames, and whatever is known beyond them.</summary>
public sealed record PresentedResult
{
    /// <summary>What it is called in legends and tables, for example the distorted video's file name.</summary>
    public required string Name { get; init; }

    /// <summary>The frames, and each metric pooled.</summary>
    public required Report Report { get; init; }

    /// <summary>The run that it comes of; <see langword="null"/> for a log that was read.</summary>
    public QualityResult? Run { get; init; }

    /// <summary>How the videos were opened: parts, scaling, filters; <see langword="null"/> where nothing says.</summary>
    public ClipPairOptions? Options { get; init; }

    /// <summary>Frames a second of the videos, where known: frame numbers are shown with times then.</summary>
    public FrameRate? FrameRate { get; init; }

    /// <summary>At which offset the videos fit best, where it was looked for.</summary>
    public OffsetMatch? Offset { get; init; }

    /// <summary>Why the clip as a whole has its score, in words, where known.</summary>
    public string? Verdict { get; init; }

    /// <summary>The frames to look at, worst first.</summary>
    public IReadOnlyList<WorstFrame> WorstFrames { get; init; } = [];

    /// <summary>What the reader should know about the worst frames, such as why there are no pictures; one sentence each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>A log on its own.</summary>
    /// <param name="report">The log.</param>
    /// <param name="name">What it is called.</param>
    public static PresentedResult FromReport(Report report, string name = "VMAF") => new() { Name = name, Report = report };
}

using Vmaf.Engine.Simd;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Scoring;

/// <summary>All that a run found out: pooled scores, features, every frame, and what was compared with what.</summary>
public sealed record QualityResult
{
    /// <summary>Path of the reference, or what stands for it; <see langword="null"/> in a run without one.</summary>
    public required string? Reference { get; init; }

    /// <summary>Path of the distorted video, or what stands for it.</summary>
    public required string Distorted { get; init; }

    /// <summary>Size, chroma format and bit depth of the videos.</summary>
    public required VideoFormat Format { get; init; }

    /// <summary>Luma width in samples.</summary>
    public int Width => Format.Width;

    /// <summary>Luma height in samples.</summary>
    public int Height => Format.Height;

    /// <summary>Pixel format as ffmpeg spells it, for example <c>yuv420p10le</c>.</summary>
    public string PixelFormat => Format.PixelFormatName;

    /// <summary>Bits per sample.</summary>
    public int BitDepth => Format.BitDepth;

    /// <summary>Frames of the reference in the part compared (after skips and limit); <see langword="null"/> where its end was not seen.</summary>
    public required long? ReferenceFrameCount { get; init; }

    /// <summary>Frames of the distorted video in the part compared; <see langword="null"/> where its end was not seen.</summary>
    public required long? DistortedFrameCount { get; init; }

    /// <summary>
    /// Kilobits (1000 bits) a second of the whole distorted video, as <see cref="Pairs.ClipPair.FindDistortedKilobitsPerSecond"/> has it; a
    /// run does not look for it, who opened the videos adds it. <see langword="null"/> where it is not known.
    /// </summary>
    public double? DistortedKilobitsPerSecond { get; init; }

    /// <summary>Frames read from both; with a stride, more than were scored.</summary>
    public required int FramesRead { get; init; }

    /// <summary>Frames that were scored.</summary>
    public int FramesCompared => Frames.Count;

    /// <summary>Mean score of the first model; <see langword="null"/> without a model, or where a feature was not finite.</summary>
    public double? Score => Models.Count == 0 ? null : Models[0].Pooled.Mean;

    /// <summary>Each model's score, in the order they were asked for.</summary>
    public required IReadOnlyList<ModelResult> Models { get; init; }

    /// <summary>Each feature pooled, in the order of logs.</summary>
    public required IReadOnlyList<MetricSummary> Features { get; init; }

    /// <summary>Features and scores pooled, in the order of logs.</summary>
    public required IReadOnlyList<MetricSummary> Metrics { get; init; }

    /// <summary>Figures that are about the whole video rather than pooled from frames (libvmaf's aggregate metrics), by name.</summary>
    public required IReadOnlyDictionary<string, double> Aggregates { get; init; }

    /// <summary>The frames that were scored, in order.</summary>
    public required IReadOnlyList<FrameScore> Frames { get; init; }

    /// <summary>The metrics of the run, which all its frames share.</summary>
    public required MetricNames Names { get; init; }

    /// <summary>Wall time of the run.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>Frames read per second of wall time.</summary>
    public double FramesPerSecond => Elapsed > TimeSpan.Zero ? FramesRead / Elapsed.TotalSeconds : 0;

    /// <summary>Version of the engine.</summary>
    public string EngineVersion { get; } = EngineInfo.Version;

    /// <summary>The instruction set that the kernels used.</summary>
    public required SimdTier SimdTier { get; init; }

    /// <summary>What a user should know about the run, one sentence each; empty for a clean run.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>
    /// What lists tell beside the scores of models: the metrics that were asked for by name; where there is no score at all, the features.
    /// </summary>
    public IEnumerable<MetricSummary> MetricsBesideScores() => Models.Count == 0 && Names.Named.Count == 0
        ? Features
        : Names.Named.Select(name => Metrics[Names.IndexOf(name)]);
}

using Vmaf.Engine.Features;
using Vmaf.Engine.Metrics;
using Vmaf.Engine.Reports;
using Vmaf.Engine.Scoring;
using Vmaf.Engine.Video;

namespace Vmaf.Cli;

/// <summary>What the command line asks for.</summary>
internal sealed record Settings
{
    /// <summary>Path of the reference; empty where none is needed.</summary>
    public string Reference { get; init; } = string.Empty;

    /// <summary>Path of the distorted video.</summary>
    public string Distorted { get; init; } = string.Empty;

    /// <summary>Format of raw videos, as far as stated.</summary>
    public RawVideoHints RawHints { get; init; } = new();

    /// <summary>The models; with none, and unless <see cref="NoPrediction"/> or a metric is asked for, the default model.</summary>
    public IReadOnlyList<ModelArgument> Models { get; init; } = [];

    /// <summary>Further features.</summary>
    public IReadOnlyList<FeatureRequest> Features { get; init; } = [];

    /// <summary>Metrics by name.</summary>
    public IReadOnlyList<QualityMetric> Metrics { get; init; } = [];

    /// <summary>Whether something asked for compares with a reference; a feature that is not known counts as one.</summary>
    public bool NeedsReference =>
        (Models.Count > 0 && !NoPrediction)
        || Metrics.Any(metric => metric.NeedsReference)
        || Features.Any(feature => FeatureRegistry.Extractors.FirstOrDefault(extractor => extractor.Name == feature.Extractor)?.NeedsReference ?? true);

    /// <summary>Path of the log, or <see langword="null"/> for none.</summary>
    public string? OutputPath { get; init; }

    /// <summary>Format of the log.</summary>
    public ReportFormat OutputFormat { get; init; } = ReportFormat.Xml;

    /// <summary>Significant digits in the log; <see langword="null"/> for six decimals.</summary>
    public int? Precision { get; init; }

    /// <summary>Measuring threads; 0 for one a processor.</summary>
    public int Threads { get; init; }

    /// <summary>Most frames to compare; <see langword="null"/> for all.</summary>
    public long? FrameCount { get; init; }

    /// <summary>Frames of the reference to pass over.</summary>
    public long SkipReference { get; init; }

    /// <summary>Frames of the distorted video to pass over.</summary>
    public long SkipDistorted { get; init; }

    /// <summary>Times, sizes, filters and FIFOs.</summary>
    public VideoSettings Videos { get; init; } = new();

    /// <summary>Score only frames whose index is a multiple of this.</summary>
    public int Stride { get; init; } = 1;

    /// <summary>Instruction sets not to use, as bits of libvmaf.</summary>
    public uint CpuMask { get; init; }

    /// <summary>GPU operations not to use, as bits of libvmaf; <see langword="null"/> where not stated.</summary>
    public uint? GpuMask { get; init; }

    /// <summary>Whether videos of different bit depths are compared at the deeper one.</summary>
    public bool UseCommonBitDepth { get; init; }

    /// <summary>Whether to leave scores out.</summary>
    public bool NoPrediction { get; init; }

    /// <summary>Whether to show no meter.</summary>
    public bool Quiet { get; init; }

    /// <summary>Whether to print the version and end.</summary>
    public bool ShowVersion { get; init; }

    /// <summary>Whether to print the help and end.</summary>
    public bool ShowHelp { get; init; }
}

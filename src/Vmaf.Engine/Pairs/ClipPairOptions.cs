using Vmaf.Engine.Decoding;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Pairs;

/// <summary>How a pair of clips is opened.</summary>
public sealed record ClipPairOptions
{
    /// <summary>What is known about the format of a raw reference.</summary>
    public RawVideoHints? ReferenceHints { get; init; }

    /// <summary>What is known about the format of a raw distorted clip.</summary>
    public RawVideoHints? DistortedHints { get; init; }

    /// <summary>Frames of the reference to pass over at the start.</summary>
    public long ReferenceSkippedFrames { get; init; }

    /// <summary>Frames of the distorted clip to pass over at the start.</summary>
    public long DistortedSkippedFrames { get; init; }

    /// <summary>The most frames to compare; <see langword="null"/> for all.</summary>
    public long? MaximumFrames { get; init; }

    /// <summary>Time of the reference to pass over at the start, beside the skipped frames.</summary>
    public TimeSpan? ReferenceStart { get; init; }

    /// <summary>Time of the distorted clip to pass over at the start, beside the skipped frames.</summary>
    public TimeSpan? DistortedStart { get; init; }

    /// <summary>The longest time to compare; <see langword="null"/> for all.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>Frames a second of clips that do not say it themselves, to make frames of times.</summary>
    public double? FramesPerSecond { get; init; }

    /// <summary>Passes the compared frames of the reference through something; <see langword="null"/> for nothing.</summary>
    public Func<IFrameSource, IFrameSource>? ReferenceProcess { get; init; }

    /// <summary>Passes the compared frames of the distorted clip through something; <see langword="null"/> for nothing.</summary>
    public Func<IFrameSource, IFrameSource>? DistortedProcess { get; init; }

    /// <summary>What to do with the frames of the reference on their way from its file.</summary>
    public DecodeOptions? ReferenceDecoding { get; init; }

    /// <summary>What to do with the frames of the distorted clip on their way from its file.</summary>
    public DecodeOptions? DistortedDecoding { get; init; }

    /// <summary>How to scale a distorted clip of another size than the reference's to that size; <see langword="null"/> to refuse it.</summary>
    public ResamplingKernel? ResizeDistorted { get; init; }

    /// <summary>Whether to watch, while frames are read, for an offset at which the clips would fit better.</summary>
    public bool WatchesOffset { get; init; }

    /// <summary>
    /// Whether to look, while frames are read, at what features do not say: changes of brightness and colour, and frozen pictures.
    /// </summary>
    public bool WatchesDifferences { get; init; }

    /// <summary>Whether clips of different bit depth are compared at the deeper one's, instead of refused.</summary>
    public bool UseCommonBitDepth { get; init; }
}

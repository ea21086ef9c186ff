namespace Vmaf.Engine.Video;

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

    /// <summary>Whether clips of different bit depth are compared at the deeper one's, instead of refused.</summary>
    public bool UseCommonBitDepth { get; init; }
}

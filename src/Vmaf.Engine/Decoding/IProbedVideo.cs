namespace Vmaf.Engine.Decoding;

/// <summary>A video of which ffprobe may have said something.</summary>
internal interface IProbedVideo
{
    /// <summary>What ffprobe said; <see langword="null"/> if it was not asked.</summary>
    VideoProbe? Probe { get; }

    /// <summary>Whether the container's rotation is applied.</summary>
    bool AppliesRotation { get; }

    /// <summary>Whether the frames were scaled on their way.</summary>
    bool IsScaled { get; }

    /// <summary>
    /// Number of frames from the start as the container states it, which need not be right; <see langword="null"/> where it does not, or
    /// a filter changes it.
    /// </summary>
    long? StatedFrameCount { get; }

    /// <summary>
    /// About how many frames there are from the start, as the container states or its duration lets guess; <see langword="null"/> where
    /// nothing says. For progress, not for what is measured.
    /// </summary>
    long? EstimatedFrameCount { get; }

    /// <summary>Whether the decoder complained about the file although it went on. Ask when reading is over.</summary>
    bool HasDecoderComplained { get; }
}

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
}

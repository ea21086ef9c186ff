namespace Vmaf.Engine.Decoding;

/// <summary>A video of which ffprobe may have said something.</summary>
internal interface IProbedVideo
{
    /// <summary>What ffprobe said; <see langword="null"/> if it was not asked.</summary>
    VideoProbe? Probe { get; }

    /// <summary>Whether the container's rotation is applied.</summary>
    bool AppliesRotation { get; }
}

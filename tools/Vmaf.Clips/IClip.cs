using Vmaf.Engine.Video;

namespace Vmaf.Clips;

/// <summary>A clip whose frames can be had in any order.</summary>
public interface IClip
{
    /// <summary>Size, chroma format and bit depth.</summary>
    VideoFormat Format { get; }

    /// <summary>Number of frames.</summary>
    int FrameCount { get; }

    /// <summary>Makes a frame; the same number gives the same samples, on every machine.</summary>
    /// <param name="index">Frame number, 0 to <see cref="FrameCount"/> − 1.</param>
    PlanarFrame Frame(int index);
}

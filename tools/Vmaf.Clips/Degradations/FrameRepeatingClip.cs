using Vmaf.Engine.Video;

namespace Vmaf.Clips.Degradations;

/// <summary>A clip in which every third frame is a repetition of the one before.</summary>
internal sealed class FrameRepeatingClip(IClip clip) : IClip
{
    /// <inheritdoc/>
    public VideoFormat Format => clip.Format;

    /// <inheritdoc/>
    public int FrameCount => clip.FrameCount;

    /// <inheritdoc/>
    public PlanarFrame Frame(int index) => clip.Frame(index % 3 == 2 ? index - 1 : index);
}

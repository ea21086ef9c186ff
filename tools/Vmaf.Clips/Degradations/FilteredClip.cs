using Vmaf.Engine.Video;

namespace Vmaf.Clips.Degradations;

/// <summary>A clip whose planes go through a filter.</summary>
internal sealed class FilteredClip(IClip clip, PlaneFilter filter, int strength) : IClip
{
    /// <inheritdoc/>
    public VideoFormat Format => clip.Format;

    /// <inheritdoc/>
    public int FrameCount => clip.FrameCount;

    /// <inheritdoc/>
    public PlanarFrame Frame(int index)
    {
        PlanarFrame original = clip.Frame(index);
        var filtered = new PlanarFrame(Format);
        for (int plane = 0; plane < Format.PlaneCount; plane++)
        {
            var samples = new PlaneSamples(original.Planes[plane], Format.PlaneWidth(plane), Format.PlaneHeight(plane), Format.BitDepth, plane, index);
            filter(samples, filtered.Planes[plane], strength);
        }

        return filtered;
    }
}

using Vmaf.Engine.Video;

namespace Vmaf.Tests.Features;

/// <summary>Single samples of planes of any bit depth.</summary>
internal static class PlaneSamples
{
    public static void Set(PlaneView plane, int x, int y, int value)
    {
        if (plane.BytesPerSample == 1)
        {
            plane.RowBytes(y)[x] = (byte)value;
        }
        else
        {
            plane.RowWords(y)[x] = (ushort)value;
        }
    }
}

using Vmaf.Engine.Video;

namespace Vmaf.Tests.Features.FrameMetrics;

/// <summary>Pictures from whole-number arithmetic, the same on every machine: waves with noise, in all planes.</summary>
internal static class TestFrames
{
    /// <summary>Draws a picture; pictures of different seeds differ in noise and phase.</summary>
    public static VideoFrame Draw(VideoFormat format, uint seed)
    {
        VideoFrame frame = VideoFrame.Allocate(format);
        for (int plane = 0; plane < format.PlaneCount; plane++)
        {
            PlaneView view = frame.Plane(plane);
            for (int y = 0; y < view.Height; y++)
            {
                for (int x = 0; x < view.Width; x++)
                {
                    PlaneSamples.Set(view, x, y, (int)(Sample(x, y, plane, seed) >> (16 - format.BitDepth)));
                }
            }
        }

        return frame;
    }

    private static uint Sample(int x, int y, int plane, uint seed)
    {
        uint wave = (uint)(Math.Abs((((x * 5) + (y * 3) + (int)(seed * 11) + (plane * 40)) % 128) - 64) * 512);
        uint hash = (uint)((x * 73856093) ^ (y * 19349663) ^ (plane * 83492791)) + (seed * 2654435761u);
        hash = (hash ^ (hash >> 16)) * 0x7FEB352Du;
        hash = (hash ^ (hash >> 15)) * 0x846CA68Bu;
        return 8192 + wave + ((hash ^ (hash >> 16)) >> 19);
    }
}

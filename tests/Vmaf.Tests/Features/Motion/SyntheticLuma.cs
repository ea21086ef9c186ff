using Vmaf.Engine.Video;

namespace Vmaf.Tests.Features.Motion;

/// <summary>The small clip that the golden figures of the motion feature were measured on: a moving texture with steps in it.</summary>
internal static class SyntheticLuma
{
    /// <summary>A luma sample.</summary>
    public static int Sample(int x, int y, int frame, int bitDepth)
    {
        int step = ((x / 4) + (y / 3) + frame) % 5 == 0 ? 200 : 0;
        int texture = (x * 7) + (y * 13) + (frame * frame * 29) + (((x * y) + (frame * 5)) % 31 * 3) + step;
        return ((texture * 37 * (1 << (bitDepth - 8))) + texture) % (1 << bitDepth);
    }

    /// <summary>The frames of the clip.</summary>
    public static VideoFrame[] Frames(VideoFormat format, int count) =>
        [.. Enumerable.Range(0, count).Select(frame => Fill(format, (x, y) => Sample(x, y, frame, format.BitDepth)))];

    /// <summary>A frame whose luma follows a function.</summary>
    public static VideoFrame Fill(VideoFormat format, Func<int, int, int> sample)
    {
        VideoFrame frame = VideoFrame.Allocate(format);
        PlaneView luma = frame.Luma;
        for (int y = 0; y < luma.Height; y++)
        {
            for (int x = 0; x < luma.Width; x++)
            {
                PlaneSamples.Set(luma, x, y, sample(x, y));
            }
        }

        return frame;
    }
}

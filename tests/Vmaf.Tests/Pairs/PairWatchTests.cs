using Vmaf.Clips;
using Vmaf.Engine.Pairs;
using Vmaf.Engine.Video;
using Xunit;

namespace Vmaf.Tests.Pairs;

public sealed class PairWatchTests
{
    [Theory]
    [InlineData(8)]
    [InlineData(12)]
    public void Shifts_are_in_steps_of_8_bits(int bitDepth)
    {
        IClip clip = SyntheticClip.Create(new VideoFormat(64, 48, ChromaFormat.Yuv422, bitDepth), 3, 4);
        using ClipPair pair = Watched(clip, clip.Degrade(Degradation.BrightnessShift, 1));

        ReadAll(pair);

        Assert.Equal(3, pair.Observations.Count);
        Assert.Null(pair.Observations[0]!.Value.DistortedMotion);
        Assert.All(pair.Observations, seen => Assert.Equal(3, seen!.Value.LumaShift, 0.1));
        Assert.All(pair.Observations, seen => Assert.Equal(0, seen!.Value.ChromaDifference));
        Assert.True(pair.Observations[1]!.Value.DistortedMotion > 0.1);
    }

    [Fact]
    public void Repeated_pictures_do_not_move_and_skipped_ones_are_not_seen()
    {
        IClip clip = SyntheticClip.Create(new VideoFormat(33, 17, ChromaFormat.Yuv400, 8), 5, 4);
        using ClipPair pair = Watched(clip, clip.Degrade(Degradation.DroppedFrame));
        VideoFrame frame = VideoFrame.Allocate(pair.Format);

        for (int index = 0; index < 5; index++)
        {
            if (index == 3)
            {
                pair.Reference.TrySkip();
                pair.Distorted.TrySkip();
            }
            else
            {
                pair.Reference.TryRead(frame);
                pair.Distorted.TryRead(frame);
            }
        }

        frame.Release();
        Assert.Equal([null, "moves", "stands", null, null], pair.Observations.Select(seen => seen?.DistortedMotion switch
        {
            null => null,
            0 => "stands",
            _ => "moves",
        }));
        Assert.Null(pair.Observations[3]);
        Assert.Equal(0, pair.Observations[1]!.Value.ChromaDifference);
    }

    [Fact]
    public void Nothing_is_seen_where_nobody_asked()
    {
        IClip clip = SyntheticClip.Create(new VideoFormat(32, 32, ChromaFormat.Yuv420, 8), 2, 4);
        using var pair = new ClipPair(new ClipSource(clip, "reference"), new ClipSource(clip, "distorted"));

        ReadAll(pair);

        Assert.Empty(pair.Observations);
    }

    private static ClipPair Watched(IClip reference, IClip distorted) => new(
        new ClipSource(reference, "reference"), new ClipSource(distorted, "distorted"), new ClipPairOptions { WatchesDifferences = true });

    private static void ReadAll(ClipPair pair)
    {
        VideoFrame reference = VideoFrame.Allocate(pair.Format);
        VideoFrame distorted = VideoFrame.Allocate(pair.Format);
        while (pair.Reference.TryRead(reference) && pair.Distorted.TryRead(distorted))
        {
            // Watching is a side effect of reading.
        }

        reference.Release();
        distorted.Release();
    }
}

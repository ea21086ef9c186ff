using Vmaf.Engine.Features.Motion;
using Vmaf.Engine.Simd;
using Vmaf.Engine.Video;
using Xunit;

namespace Vmaf.Tests.Features.Motion;

[Trait("Suite", "Kernel")]
public sealed class MotionMeterTests
{
    private static readonly int[] Widths = [1, 2, 3, 4, 7, 15, 16, 17, 31, 32, 33, 62, 63, 64, 65, 97, 128, 130];
    private static readonly int[] Heights = [1, 2, 3, 4, 5, 6, 11];

    public static TheoryData<SimdTier, int> TiersAndDepths =>
        new(from tier in Enum.GetValues<SimdTier>()
            where tier <= SimdTiers.Best
            from bitDepth in Enumerable.Range(8, 9)
            select (tier, bitDepth));

    [Theory]
    [MemberData(nameof(TiersAndDepths))]
    public void Vector_tiers_give_the_scalar_sum(SimdTier tier, int bitDepth)
    {
        int maximum = (1 << bitDepth) - 1;
        var random = new Random(20260 + bitDepth);
        Func<int, int, int>[] contents =
        [
            (_, _) => random.Next(maximum + 1),
            (_, _) => random.Next(2) * maximum,
            (_, _) => 0,
            (_, _) => maximum,
            (x, y) => (x + y) % 2 * maximum,
            (x, y) => y > 4 && x == 1 ? 1 : 0,
        ];
        foreach (int width in Widths)
        {
            foreach (int height in Heights)
            {
                var format = new VideoFormat(width, height, ChromaFormat.Yuv400, bitDepth);
                var meter = MotionMeter.Create(width, height, bitDepth, tier);
                var scalar = MotionMeter.Create(width, height, bitDepth, SimdTier.Scalar);
                VideoFrame[] frames = [.. contents.Select(content => SyntheticLuma.Fill(format, content))];
                foreach (VideoFrame earlier in frames)
                {
                    foreach (VideoFrame later in frames)
                    {
                        ulong expected = scalar.Measure(earlier.Luma, later.Luma);
                        ulong actual = meter.Measure(earlier.Luma, later.Luma);
                        Assert.True(expected == actual, $"{format}: {actual} for {expected}");
                    }
                }

                Array.ForEach(frames, frame => frame.Release());
            }
        }
    }

    [Theory]
    [MemberData(nameof(TiersAndDepths))]
    public void Samples_above_the_bit_depth_give_the_scalar_sum(SimdTier tier, int bitDepth)
    {
        var format = new VideoFormat(70, 6, ChromaFormat.Yuv400, bitDepth);
        var meter = MotionMeter.Create(70, 6, bitDepth, tier);
        var scalar = MotionMeter.Create(70, 6, bitDepth, SimdTier.Scalar);
        VideoFrame usual = SyntheticLuma.Fill(format, (x, y) => (x * y) % 256);
        foreach (int wildColumn in new[] { 0, 40, 69 })
        {
            VideoFrame wild = SyntheticLuma.Fill(format, (x, y) => x == wildColumn && y == 3 ? 65535 : 7);

            Assert.Equal(scalar.Measure(usual.Luma, wild.Luma), meter.Measure(usual.Luma, wild.Luma));
            Assert.Equal(scalar.Measure(wild.Luma, usual.Luma), meter.Measure(wild.Luma, usual.Luma));
            wild.Release();
        }

        usual.Release();
    }

    [Theory]
    [InlineData(8)]
    [InlineData(10)]
    [InlineData(16)]
    public void A_uniform_change_is_measured_exactly(int bitDepth)
    {
        var format = new VideoFormat(50, 9, ChromaFormat.Yuv400, bitDepth);
        VideoFrame dark = SyntheticLuma.Fill(format, (_, _) => 10 << (bitDepth - 8));
        VideoFrame bright = SyntheticLuma.Fill(format, (_, _) => 13 << (bitDepth - 8));

        ulong sum = MotionMeter.Create(50, 9, bitDepth, SimdTiers.Current).Measure(dark.Luma, bright.Luma);

        Assert.Equal(3UL * 256 * 50 * 9, sum);
        dark.Release();
        bright.Release();
    }

    [Fact]
    public void Pictures_smaller_than_the_filter_are_mirrored_until_they_fit()
    {
        Assert.Equal([0, 0, 0], new[] { -2, 0, 2 }.Select(position => MotionFilter.Mirror(position, 1)));
        Assert.Equal([0, 1, 0, 1, 0, 1], Enumerable.Range(-2, 6).Select(position => MotionFilter.Mirror(position, 2)));
        Assert.Equal([2, 1, 0, 1, 2, 1, 0], Enumerable.Range(-2, 7).Select(position => MotionFilter.Mirror(position, 3)));
    }

    [Fact]
    public void Planes_of_another_size_or_depth_are_refused()
    {
        var meter = MotionMeter.Create(16, 16, 8, SimdTiers.Current);
        VideoFrame right = VideoFrame.Allocate(new VideoFormat(16, 16, ChromaFormat.Yuv400, 8));
        foreach (VideoFormat wrong in new VideoFormat[] { new(17, 16, ChromaFormat.Yuv400, 8), new(16, 15, ChromaFormat.Yuv400, 8), new(16, 16, ChromaFormat.Yuv400, 10) })
        {
            VideoFrame frame = VideoFrame.Allocate(wrong);
            Assert.Throws<ArgumentException>(() => meter.Measure(right.Luma, frame.Luma));
            Assert.Throws<ArgumentException>(() => meter.Measure(frame.Luma, right.Luma));
            frame.Release();
        }

        right.Release();
    }
}

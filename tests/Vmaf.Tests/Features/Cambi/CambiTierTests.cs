using System.Runtime.Intrinsics;
using Vmaf.Engine.Features.Cambi;
using Vmaf.Engine.Simd;
using Vmaf.Engine.Video;
using Xunit;

namespace Vmaf.Tests.Features.Cambi;

[Trait("Suite", "Kernel")]
public sealed unsafe class CambiTierTests
{
    /// <summary>Sets with their own route: few and many steps, small and large windows, other sizes, speed-up of large pictures aside.</summary>
    private const string OptionSets =
        "cambi=full_ref=true,window_size=127:max_log_contrast=5:topk=0.3,max_log_contrast=0:cambi_vis_lum_threshold=5:enc_bitdepth=8,"
        + "tvi_threshold=0.2:enc_bitdepth=10:topk=0.01,tvi_threshold=1:cambi_vis_lum_threshold=300";

    public static MatrixTheoryData<int, int, int> Formats => new([1, 3, 17, 32, 63, 97, 161, 322], [1, 2, 9, 181], [8, 9, 10, 16]);

    [Theory]
    [MemberData(nameof(Formats))]
    public void Vector_tier_gives_the_scalar_bits(int width, int height, int bitDepth) =>
        TierComparison.AssertSameBits(new VideoFormat(width, height, ChromaFormat.Yuv400, bitDepth), OptionSets);

    [Theory]
    [InlineData("cambi=enc_width=200:enc_height=161:window_size=127")]
    [InlineData("cambi=max_log_contrast=3:window_size=127")]
    public void Larger_pictures_give_the_scalar_bits(string specification) =>
        TierComparison.AssertSameBits(new VideoFormat(481, 270, ChromaFormat.Yuv400, 8), specification);

    [Fact]
    public void Speed_up_gives_the_scalar_bits() =>
        TierComparison.AssertSameBits(new VideoFormat(1921, 1080, ChromaFormat.Yuv400, 8), "cambi=cambi_high_res_speedup=1080");

    [Theory]
    [InlineData(1, 1)]
    [InlineData(513, 100)]
    [InlineData(5000, 1)]
    [InlineData(5000, 4999)]
    [InlineData(40_000, 24_000)]
    public void The_sum_of_the_largest_is_that_of_the_sorted_numbers(int count, int top)
    {
        foreach (int distinct in new[] { 1, 2, 3, 700, int.MaxValue })
        {
            var random = new Random(distinct);
            float[] values = [.. Enumerable.Range(0, count).Select(_ => 0.5f + (random.Next(distinct) % 5000 * 0.3f))];
            double expected = values.OrderDescending().Take(top).Sum(value => (double)value);
            Assert.Equal(expected, SumOfLargest(values, top), expected * 1e-12);
        }
    }

    private static double SumOfLargest(float[] values, int top)
    {
        float[] numbers = [.. values, .. new float[16]];
        fixed (float* number = numbers, spare = new float[numbers.Length])
        {
            return SimdTiers.Current switch
            {
                SimdTier.Avx512 => new VectorTopSum<Width512, Vector512<byte>>().SumOfLargest(number, values.Length, top, spare),
                SimdTier.Avx2 => new VectorTopSum<Width256, Vector256<byte>>().SumOfLargest(number, values.Length, top, spare),
                _ => new VectorTopSum<Width128, Vector128<byte>>().SumOfLargest(number, values.Length, top, spare),
            };
        }
    }
}

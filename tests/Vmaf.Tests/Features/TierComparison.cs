using Vmaf.Engine.Simd;
using Vmaf.Engine.Video;
using Xunit;

namespace Vmaf.Tests.Features;

/// <summary>Compares the tier of this process with the scalar one, which is the oracle: equal bits, whatever the content.</summary>
internal static class TierComparison
{
    private const int FrameCount = 3;

    /// <summary>Measures generated frames with both.</summary>
    public static void AssertSameBits(VideoFormat format, string specification)
    {
        using var scalar = new FeatureRun(format, SimdTier.Scalar, specification);
        using var vector = new FeatureRun(format, SimdTiers.Current, specification);
        for (int seed = 0; seed < FrameCount; seed++)
        {
            VideoFrame reference = Make(format, seed, step: 1);
            VideoFrame distorted = Make(format, seed + 100, step: 3 + seed);
            double[] expected = scalar.Measure(reference, distorted);
            double[] actual = vector.Measure(reference, distorted);
            for (int value = 0; value < expected.Length; value++)
            {
                Assert.True(
                    BitConverter.DoubleToInt64Bits(expected[value]) == BitConverter.DoubleToInt64Bits(actual[value]),
                    $"{format}, {specification}, frame {seed}, {vector.Names[value]}: {actual[value]:R} instead of {expected[value]:R}");
            }

            reference.Release();
            distorted.Release();
        }
    }

    /// <summary>Slow gradients in steps, which band; some noise, and patches of two values that meet at many places.</summary>
    private static VideoFrame Make(VideoFormat format, int seed, int step)
    {
        VideoFrame frame = VideoFrame.Allocate(format);
        var random = new Random(seed);
        int maximum = (1 << format.BitDepth) - 1;
        for (int plane = 0; plane < format.PlaneCount; plane++)
        {
            PlaneView view = frame.Plane(plane);
            int slope = random.Next(5, 40);
            for (int y = 0; y < view.Height; y++)
            {
                for (int x = 0; x < view.Width; x++)
                {
                    int level = ((x + (2 * y) + (seed * 7)) / slope * step) << Math.Max(format.BitDepth - 10, 0);
                    int patch = (x / 24) + (y / 18);
                    int value = patch % 5 == 0 ? level + random.Next(0, 2)
                        : patch % 7 == 3 ? random.Next(maximum + 1)
                        : level + (maximum / 5);
                    PlaneSamples.Set(view, x, y, Math.Min(value, maximum));
                }
            }
        }

        return frame;
    }
}

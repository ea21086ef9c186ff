using Vmaf.Engine.Simd;
using Vmaf.Engine.Video;
using Xunit;

namespace Vmaf.Tests.Features.Adm;

/// <summary>The vector tier of this process against the scalar one, which is the oracle: equal bits, whatever the content.</summary>
[Trait("Suite", "Kernel")]
public sealed class AdmTierTests
{
    private const string VersionOne =
        "adm_dlm_weight=0.7:adm_enhn_gain_limit=1:adm_noise_weight=0.02:adm_norm_view_dist=3:adm_ref_display_height=1080:adm_min_val=0.5:adm_csf_mode=2";

    /// <summary>Sets with their own route through the kernels: gain 100, 1, whole and broken; small and large sensitivities.</summary>
    private static readonly string[] OptionSets =
    [
        "debug=true",
        "debug=true:adm_enhn_gain_limit=1",
        VersionOne,
        "debug=true:adm_enhn_gain_limit=2:adm_csf_mode=3:adm_norm_view_dist=5:adm_ref_display_height=720",
        "debug=true:adm_enhn_gain_limit=1.7:adm_csf_mode=1:adm_csf_scale=0.5:adm_csf_diag_scale=50",
        "debug=true:adm_skip_aim=true:adm_skip_scale0=true:adm_csf_mode=1:adm_csf_scale=1.4",
    ];

    private static string AllOptionSets => "adm=" + string.Join(',', OptionSets);

    public static TheoryData<int, int, int> Formats
    {
        get
        {
            var formats = new TheoryData<int, int, int>();
            (int Width, int Height)[] sizes = [(33, 33), (34, 35), (47, 62), (64, 64), (65, 40), (97, 51), (129, 34), (160, 90), (163, 71), (258, 37), (481, 35)];
            int[] depths = [8, 10, 12, 16];
            foreach ((int width, int height) in sizes)
            {
                foreach (int depth in depths)
                {
                    formats.Add(width, height, depth);
                }
            }

            // Smaller than the reference can do, but defined here.
            formats.Add(1, 1, 8);
            formats.Add(2, 3, 8);
            formats.Add(7, 5, 10);
            formats.Add(16, 9, 8);
            formats.Add(17, 32, 16);
            formats.Add(22, 18, 8);
            return formats;
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Vector_tier_gives_the_scalar_bits(int width, int height, int bitDepth)
    {
        var format = new VideoFormat(width, height, ChromaFormat.Yuv400, bitDepth);
        VideoFrame reference = VideoFrame.Allocate(format);
        VideoFrame distorted = VideoFrame.Allocate(format);
        using var scalar = new FeatureRun(format, SimdTier.Scalar, AllOptionSets);
        using var vector = new FeatureRun(format, SimdTiers.Current, AllOptionSets);
        foreach (PictureContent content in Enum.GetValues<PictureContent>())
        {
            for (int seed = 0; seed < 2; seed++)
            {
                TestPicture.FillPair(reference.Luma, distorted.Luma, content, seed);
                double[] expected = scalar.Measure(reference, distorted);
                double[] actual = vector.Measure(reference, distorted);
                for (int feature = 0; feature < expected.Length; feature++)
                {
                    Assert.True(
                        BitConverter.DoubleToInt64Bits(expected[feature]) == BitConverter.DoubleToInt64Bits(actual[feature]),
                        $"{content}, seed {seed}, {vector.Names[feature]}: {actual[feature]:R} instead of {expected[feature]:R}");
                }
            }
        }

        reference.Release();
        distorted.Release();
    }

    [Fact]
    public void Variants_in_one_extractor_give_what_they_give_alone()
    {
        var format = new VideoFormat(163, 71, ChromaFormat.Yuv400, 8);
        VideoFrame reference = VideoFrame.Allocate(format);
        VideoFrame distorted = VideoFrame.Allocate(format);
        TestPicture.FillPair(reference.Luma, distorted.Luma, PictureContent.NoisyGradient, 7);
        using var together = new FeatureRun(format, SimdTiers.Current, AllOptionSets);
        double[] all = together.Measure(reference, distorted);
        int offset = 0;
        foreach (string options in OptionSets)
        {
            using var alone = new FeatureRun(format, SimdTiers.Current, "adm=" + options);
            double[] single = alone.Measure(reference, distorted);
            Assert.Equal(single, all.AsSpan(offset, single.Length).ToArray());
            offset += single.Length;
        }

        reference.Release();
        distorted.Release();
    }
}

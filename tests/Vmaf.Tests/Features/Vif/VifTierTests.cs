using Vmaf.Engine.Features;
using Vmaf.Engine.Simd;
using Vmaf.Engine.Video;
using Xunit;

namespace Vmaf.Tests.Features.Vif;

/// <summary>Every vector tier gives the bits of the scalar one.</summary>
[Trait("Suite", "Kernel")]
public sealed class VifTierTests
{
    /// <summary>Sizes around the blocks of 8, 16 and 32 columns, their chunks, and the groups of four rows; sizes of the last scale down to 2.</summary>
    public static TheoryData<int, int> Sizes()
    {
        var sizes = new TheoryData<int, int>();
        foreach (int width in (int[])[16, .. Enumerable.Range(17, 24), 63, 64, 65, 66, 67, 127, 128, 129, 130, 131, 255, 256, 257, 258, 259, 519])
        {
            sizes.Add(width, 16 + (width % 7));
        }

        foreach (int height in (int[])[16, 17, 18, 19, 20, 21, 23, 31, 32, 33, 47, 63, 97])
        {
            sizes.Add(49, height);
        }

        return sizes;
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Sizes_and_depths(int width, int height)
    {
        foreach (int bitDepth in (int[])[8, 10, 12, 16])
        {
            AssertTiersAgree(PictureKind.Texture, PictureKind.Enhanced, width, height, bitDepth);
        }
    }

    [Theory]
    [InlineData(PictureKind.Flat, PictureKind.Flat)]
    [InlineData(PictureKind.Flat, PictureKind.Noise)]
    [InlineData(PictureKind.Noise, PictureKind.Flat)]
    [InlineData(PictureKind.Noise, PictureKind.Noise)]
    [InlineData(PictureKind.Gradient, PictureKind.Texture)]
    [InlineData(PictureKind.Gradient, PictureKind.Checkerboard)]
    [InlineData(PictureKind.Checkerboard, PictureKind.Checkerboard)]
    [InlineData(PictureKind.Checkerboard, PictureKind.Noise)]
    [InlineData(PictureKind.Texture, PictureKind.Quantised)]
    [InlineData(PictureKind.Texture, PictureKind.Enhanced)]
    [InlineData(PictureKind.Enhanced, PictureKind.Texture)]
    public void Contents_and_depths(PictureKind reference, PictureKind distorted)
    {
        for (int bitDepth = 8; bitDepth <= 16; bitDepth++)
        {
            AssertTiersAgree(reference, distorted, 149, 91, bitDepth);
        }
    }

    private static void AssertTiersAgree(PictureKind referenceKind, PictureKind distortedKind, int width, int height, int bitDepth)
    {
        VideoFrame reference = TestPicture.Create(referenceKind, width, height, bitDepth, seed: 3);
        VideoFrame distorted = TestPicture.Create(distortedKind, width, height, bitDepth, seed: 8);
        FeatureOptionSet[] variants =
        [
            VifMeasurement.Options(("debug", "true")),
            VifMeasurement.Options(("debug", "true"), ("vif_enhn_gain_limit", "1.0")),
        ];
        Dictionary<string, double> expected = VifMeasurement.Measure(reference, distorted, SimdTier.Scalar, variants);
        foreach (SimdTier tier in TestTiers.Vector)
        {
            Dictionary<string, double> actual = VifMeasurement.Measure(reference, distorted, tier, variants);
            foreach ((string feature, double value) in expected)
            {
                Assert.True(actual[feature] == value, $"{tier} {width}x{height} {bitDepth} bits: {feature} is {actual[feature]:R}, not {value:R}");
            }
        }

        reference.Release();
        distorted.Release();
    }
}

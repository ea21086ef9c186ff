using Vmaf.Engine.Features.Vif;
using Vmaf.Engine.Simd;
using Vmaf.Engine.Video;
using Xunit;

namespace Vmaf.Tests.Features.Vif;

/// <summary>A scale in bands, in any order and from different kernels, gives what it gives in one piece.</summary>
[Trait("Suite", "Kernel")]
public sealed class VifBandTests
{
    [Theory]
    [InlineData(8)]
    [InlineData(10)]
    public void Bands_add_up(int bitDepth)
    {
        const int Width = 77;
        const int Height = 61;
        VideoFrame reference = TestPicture.Create(PictureKind.Texture, Width, Height, bitDepth);
        VideoFrame distorted = TestPicture.Create(PictureKind.Quantised, Width, Height, bitDepth, seed: 2);
        double[] limits = [100, 1];
        using var wholeNext = new VifPlanes(Width / 2, Height / 2);
        using var bandsNext = new VifPlanes(Width / 2, Height / 2);
        foreach (SimdTier tier in VifMeasurement.VectorTiers.Prepend(SimdTier.Scalar))
        {
            var whole = new VifSums(limits.Length);
            var bands = new VifSums(limits.Length);
            using IVifKernel first = VifKernels.Create(tier, Width, limits);
            using IVifKernel second = VifKernels.Create(tier, Width, limits);
            first.ProcessBand(new VifScaleInput(0, reference.Luma, distorted.Luma, whole, wholeNext), 0, Height);

            var input = new VifScaleInput(0, reference.Luma, distorted.Luma, bands, bandsNext);
            second.ProcessBand(input, 40, Height);
            first.ProcessBand(input, 12, 40);
            second.ProcessBand(input, 0, 12);

            Assert.Equal(whole.NumeratorLogs, bands.NumeratorLogs);
            Assert.Equal(whole.DenominatorLog, bands.DenominatorLog);
            Assert.Equal(whole.FlatCount, bands.FlatCount);
            Assert.Equal(whole.FlatVariance, bands.FlatVariance);
            for (int y = 0; y < wholeNext.Height; y++)
            {
                Assert.Equal(wholeNext.Reference.RowWords(y), bandsNext.Reference.RowWords(y));
                Assert.Equal(wholeNext.Distorted.RowWords(y), bandsNext.Distorted.RowWords(y));
            }
        }

        reference.Release();
        distorted.Release();
    }
}

using Vmaf.Engine.Features;
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
        foreach (SimdTier tier in TestTiers.All)
        {
            var whole = new VifSums(limits.Length);
            var bands = new VifSums(limits.Length);
            using IVifKernel first = VifKernels.Create(tier, Width, limits);
            using IVifKernel second = VifKernels.Create(tier, Width, limits);
            first.ProcessBand(new VifScaleInput(0, reference.Luma, distorted.Luma, whole, wholeNext), 0, Height);

            var input = new VifScaleInput(0, reference.Luma, distorted.Luma, bands, bandsNext);
            second.ProcessBand(input, 40, Height);
            first.ProcessBand(input, 12, 32);
            first.ProcessBand(input, 32, 40, continues: true);
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

    [Theory]
    [InlineData(8)]
    [InlineData(10)]
    public void Frames_measured_by_several_workers_are_measured_the_same(int bitDepth)
    {
        var format = new VideoFormat(70, 330, ChromaFormat.Yuv400, bitDepth);
        var extractor = new VifExtractor(new VifDefinition(), format, [FeatureOptionSet.Parse(new VifDefinition(), [KeyValuePair.Create("debug", "true")])]);
        using IFeatureWorker alone = extractor.CreateWorker(SimdTiers.Current);
        using IFeatureWorker owner = extractor.CreateWorker(SimdTiers.Current);
        using IFeatureWorker helper = extractor.CreateWorker(SimdTiers.Current);
        double[] expected = new double[extractor.MeasurementCount];
        double[] shared = new double[extractor.MeasurementCount];
        var random = new Random(1);
        VideoFrame reference = TestPicture.Create(PictureKind.Texture, format.Width, format.Height, bitDepth);
        for (int frame = 0; frame < 6; frame++)
        {
            VideoFrame distorted = TestPicture.Create(PictureKind.Quantised, format.Width, format.Height, bitDepth, seed: (uint)frame);
            var window = new FrameWindow(frame, [reference], [distorted]);
            alone.Measure(window, expected);
            ((IBandedWorker)owner).Measure(window, shared, new DealtBands(random, owner, helper));

            Assert.Equal(expected, shared);
            distorted.Release();
        }

        reference.Release();
    }

    /// <summary>Deals bands to two workers as a run does: the one from the top, the other from the bottom.</summary>
    private sealed class DealtBands(Random random, IFeatureWorker owner, IFeatureWorker helper) : IBandRunner
    {
        public void Run(IBandedPass pass)
        {
            int first = 0;
            int end = pass.BandCount;
            while (first < end)
            {
                if (random.Next(2) == 0)
                {
                    pass.RunBand(owner, first++);
                }
                else
                {
                    pass.RunBand(helper, --end);
                }
            }
        }
    }
}

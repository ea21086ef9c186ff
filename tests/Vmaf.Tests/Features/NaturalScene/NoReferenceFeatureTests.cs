using Vmaf.Engine.Errors;
using Vmaf.Engine.Features;
using Vmaf.Engine.Simd;
using Vmaf.Engine.Video;
using Vmaf.Tests.Features.FrameMetrics;
using Vmaf.Tests.Video;
using Xunit;

namespace Vmaf.Tests.Features.NaturalScene;

[Trait("Suite", "Kernel")]
public sealed class NoReferenceFeatureTests
{
    public static TheoryData<int> Pictures => [.. Enumerable.Range(0, HarnessFigures.Load().Length)];

    [Theory]
    [MemberData(nameof(Pictures))]
    public void SITI_and_moments_are_those_of_the_harness(int picture)
    {
        HarnessFigures expected = HarnessFigures.Load()[picture];
        MetricRun siti = Measure("siti", expected);
        MetricRun moments = Measure("moment_noref", expected);
        for (int frame = 0; frame < expected.Seeds.Length; frame++)
        {
            AssertClose(expected.Si[frame], siti[frame, "si"], 1e-12);
            AssertClose(expected.Ti[frame], siti[frame, "ti"], 1e-12);
            AssertClose(expected.Moment[frame][0], moments[frame, "moment_noref_1st"], 1e-13);
            AssertClose(expected.Moment[frame][1], moments[frame, "moment_noref_2nd"], 1e-13);
            AssertClose(expected.Moment[frame][2], moments[frame, "moment_noref_var"], 1e-9);
        }
    }

    [Theory]
    [MemberData(nameof(Pictures))]
    public void BRISQUE_is_that_of_the_harness(int picture)
    {
        HarnessFigures expected = HarnessFigures.Load()[picture];
        MetricRun run = Measure("brisque", expected);
        IReadOnlyList<string> names = FeatureRegistry.GetByName("brisque").ProvidedFeatures;
        Assert.Equal(54, names.Count);
        for (int frame = 0; frame < expected.Seeds.Length; frame++)
        {
            for (int feature = 0; feature < names.Count; feature++)
            {
                AssertClose(expected.Brisque[frame][feature], run[frame, names[feature]], 1e-11);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Pictures))]
    public void NIQE_is_that_of_the_harness_to_the_last_bit_of_single_precision(int picture)
    {
        HarnessFigures expected = HarnessFigures.Load()[picture];
        Assert.SkipUnless(expected.NiqePatchSize is not null, "The picture is smaller than a patch.");
        using var folder = new TemporaryFolder();
        string model = folder.Write("niqe.json", NiqeTestModel.Json());
        MetricRun run = Measure($"niqe=patch_size={expected.NiqePatchSize}:model={model}", expected);
        string suffix = expected.NiqePatchSize == 96 ? string.Empty : $"_patch_size_{expected.NiqePatchSize}";
        IReadOnlyList<string> names = FeatureRegistry.GetByName("niqe").ProvidedFeatures;
        for (int frame = 0; frame < expected.Seeds.Length; frame++)
        {
            for (int feature = 0; feature < names.Count; feature++)
            {
                AssertClose(expected.Niqe[frame][feature], run[frame, names[feature] + suffix], 1e-12);
            }
        }

        AssertClose(expected.NiqeScore, run.Aggregates["niqe" + suffix], 1e-10);
    }

    [Fact]
    public void Published_NIQE_scores_of_still_pictures_are_met()
    {
        // The harness' own test has 4.8656 and 2.9310 to two places; what its code gives with Pillow 9.4.0 is recorded here to all places.
        Assert.SkipUnless(SharedData.Available, SharedData.Missing);
        string model = SharedData.Model("niqe_v0.1.pkl");
        Assert.SkipUnless(File.Exists(model), "Needs the model niqe_v0.1.pkl among the shared models.");
        foreach ((string image, double score) in (ReadOnlySpan<(string, double)>)[("image_100007", 4.865611552567958), ("image_100039", 2.9317431512720606)])
        {
            using IFrameSource source = VideoSource.Open(SharedData.Clip(image + "_481x321_yuv444p.yuv"));
            VideoFrame frame = VideoFrame.Allocate(source.Format);
            Assert.True(source.TryRead(frame, TestContext.Current.CancellationToken));
            AssertClose(score, MetricRun.Over($"niqe=model={model}", [frame], [frame], SimdTiers.Current).Aggregates["niqe"], 1e-9);
            frame.Release();
        }
    }

    [Fact]
    public void Published_moments_of_a_still_picture_are_met()
    {
        // Of the harness' own test (local_explainer_test.py, f85a8536).
        Assert.SkipUnless(SharedData.Available, SharedData.Missing);
        using IFrameSource source = VideoSource.Open(SharedData.Clip("image_100007_481x321_yuv444p.yuv"));
        VideoFrame frame = VideoFrame.Allocate(source.Format);
        Assert.True(source.TryRead(frame, TestContext.Current.CancellationToken));
        MetricRun run = MetricRun.Over("moment_noref", [frame], [frame], SimdTiers.Current);
        Assert.Equal(160.617204551784, run[0, "moment_noref_1st"], 10);
        Assert.Equal(27525.208547871942, run[0, "moment_noref_2nd"], 8);
        Assert.Equal(1727.322149842319, run[0, "moment_noref_var"], 8);
        frame.Release();
    }

    [Fact]
    public void Without_a_model_or_with_a_single_patch_there_is_no_NIQE_score()
    {
        var figures = new HarnessFigures { Width = 200, Height = 150, BitDepth = 8, Seeds = [1] };
        Assert.Empty(Measure("niqe=patch_size=64", figures).Aggregates);
        using var folder = new TemporaryFolder();
        string model = folder.Write("niqe.json", NiqeTestModel.Json());
        Assert.Empty(Measure($"niqe=patch_size=150:model={model}", figures).Aggregates);
    }

    [Fact]
    public void A_flat_picture_has_no_information_and_no_statistics()
    {
        VideoFrame frame = VideoFrame.Allocate(new VideoFormat(64, 48, ChromaFormat.Yuv400, 8));
        for (int y = 0; y < 48; y++)
        {
            frame.Luma.RowBytes(y).Fill(77);
        }

        MetricRun siti = MetricRun.Over("siti", [frame, frame], [frame, frame], SimdTiers.Current);
        Assert.Equal(0, siti[0, "si"]);
        Assert.Equal(0, siti[1, "ti"]);

        // BRISQUE sees the zeros around the picture; deep inside there is nothing.
        Assert.True(double.IsFinite(MetricRun.Over("brisque", [frame], [frame], SimdTiers.Current)[0, "brisque_alpha_m1"]));
        Assert.Equal(0.2, MetricRun.Over("niqe=patch_size=16", [frame], [frame], SimdTiers.Current)[0, "niqe_alpha_m1_patch_size_16"], 1e-12);
        frame.Release();
    }

    [Theory]
    [InlineData("siti", 1, 64)]
    [InlineData("brisque", 64, 15)]
    [InlineData("niqe", 95, 200)]
    public void Pictures_that_are_too_small_are_refused(string feature, int width, int height)
    {
        VmafException error = Assert.Throws<VmafException>(
            () => MetricRun.Create(feature, new VideoFormat(width, height, ChromaFormat.Yuv400, 8)));
        Assert.Equal(VmafErrorIds.PictureTooSmall, error.ErrorId);
    }

    [Fact]
    public void None_of_them_looks_at_the_reference()
    {
        string[] withoutReference = [.. FeatureRegistry.Extractors.Where(extractor => !extractor.NeedsReference).Select(extractor => extractor.Name)];
        Assert.Equal(["siti", "moment_noref", "brisque", "niqe"], withoutReference);
        var format = new VideoFormat(200, 150, ChromaFormat.Yuv400, 8);
        VideoFrame[] distorted = [TestFrames.Draw(format, 1)];
        VideoFrame[] other = [TestFrames.Draw(format, 9)];
        foreach (string feature in withoutReference)
        {
            Assert.Equal(
                MetricRun.Over(feature, distorted, distorted, SimdTiers.Current).Values,
                MetricRun.Over(feature, other, distorted, SimdTiers.Current).Values);
        }
    }

    private static MetricRun Measure(string feature, HarnessFigures figures)
    {
        var format = new VideoFormat(figures.Width, figures.Height, ChromaFormat.Yuv400, figures.BitDepth);
        VideoFrame[] frames = [.. figures.Seeds.Select(seed => TestFrames.Draw(format, seed))];

        // The harness measures moments of 10 bits at their own depth; its figures here are those too.
        MetricRun run = MetricRun.Over(feature, frames, frames, SimdTiers.Current);
        foreach (VideoFrame frame in frames)
        {
            frame.Release();
        }

        return run;
    }

    private static void AssertClose(double expected, double actual, double relative) =>
        Assert.Equal(expected, actual, relative * Math.Max(1e-3, Math.Abs(expected)));
}

using System.Security.Cryptography;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Features.Cambi;
using Vmaf.Engine.Simd;
using Vmaf.Engine.Video;
using Xunit;

namespace Vmaf.Tests.Features.Cambi;

public sealed class CambiTests
{
    private static readonly RecordedFigures Figures = new("Cambi", "cambi-figures.json");

    public static TheoryData<string, string> RecordedRuns => Figures.Runs;

    [Theory]
    [MemberData(nameof(RecordedRuns))]
    public void Figures_are_libvmafs(string clip, string specification) => Figures.AssertSame(clip, specification, 1e-8);

    [Theory]
    [InlineData(160, 90, ChromaFormat.Yuv420, 8)]
    [InlineData(353, 289, ChromaFormat.Yuv420, 8)]
    [InlineData(215, 100, ChromaFormat.Yuv444, 12)]
    [InlineData(1, 1, ChromaFormat.Yuv400, 8)]
    [InlineData(2, 700, ChromaFormat.Yuv400, 10)]
    public void Pictures_of_any_size_have_an_answer(int width, int height, ChromaFormat chroma, int bitDepth)
    {
        var format = new VideoFormat(width, height, chroma, bitDepth);
        using var run = new FeatureRun(format, SimdTiers.Current, "cambi=full_ref=true:window_size=127");
        VideoFrame frame = VideoFrame.Allocate(format);
        for (int y = 0; y < height; y++)
        {
            frame.Luma.RowBytes(y).Fill(1);
        }

        // One luma everywhere is flat, but no banding.
        Assert.Equal([0, 0, 0], run.Measure(frame, frame));
        frame.Release();
    }

    [Theory]
    [InlineData(320, 280, "cambi=eotf=hlg")]
    [InlineData(16000, 8000, "cambi=window_size=127")]
    [InlineData(320, 280, "cambi=enc_width=300:enc_height=260:src_width=330:src_height=220")]
    [InlineData(320, 280, "cambi=topk=0")]
    public void Options_that_do_not_fit_are_refused(int width, int height, string specification)
    {
        var format = new VideoFormat(width, height, ChromaFormat.Yuv400, 8);
        VmafException error = Assert.Throws<VmafException>(() => new FeatureRun(format, SimdTiers.Current, specification));
        Assert.Equal(VmafErrorIds.OptionInvalid, error.ErrorId);
        Assert.NotNull(error.Remedy);
    }

    [Fact]
    public void Heat_maps_are_libvmafs()
    {
        const string Clip = "353x288_444_8_quantise";

        // Hashes of libvmaf's files. Scale 0 is left out: in 16 samples libvmaf wraps what is above full scale to nearly black.
        (string Name, string Hash)[] expected =
        [
            ("cambi_heatmap_scale_1_177x144_16b.gray", "96c352ea9006f6f9866cebf4ca630ed3d889b2e8a237d498d760b844d24acd8e"),
            ("cambi_heatmap_scale_2_89x72_16b.gray", "b92b4ce37cdf32a341a8f1da8e564aa84b9ddd3a3fc0d53e8c0425d140446df5"),
            ("cambi_heatmap_scale_3_45x36_16b.gray", "7728803ccb9135f8ee7e8e267e8be8f84b955c81481a708ea8d16681cca0a542"),
            ("cambi_heatmap_scale_4_23x18_16b.gray", "3452b2885c69958a9849efc9544bd5a8f3f4fe97a754f881daaa96234428537d"),
        ];
        string folder = Directory.CreateTempSubdirectory("cambi").FullName;
        try
        {
            using IFrameSource reference = RecordedFigures.Open(Clip, isReference: true);
            using IFrameSource distorted = RecordedFigures.Open(Clip, isReference: false);
            using (var run = new FeatureRun(reference.Format, SimdTiers.Current, $"cambi=max_log_contrast=5:heatmaps_path={folder}"))
            {
                run.Measure(reference, distorted);
                run.Measure(reference, distorted);
            }

            Assert.Equal(2 * 2 * 353 * 288, new FileInfo(Path.Combine(folder, "cambi_heatmap_scale_0_353x288_16b.gray")).Length);
            foreach ((string name, string hash) in expected)
            {
                Assert.Equal(hash, Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, name)))));
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_an_error()
    {
        string file = Path.GetTempFileName();
        try
        {
            VmafException error = Assert.Throws<VmafException>(() => new FeatureRun(
                new VideoFormat(320, 280, ChromaFormat.Yuv400, 8), SimdTiers.Current, $"cambi=heatmaps_path={Path.Combine(file, "maps")}"));
            Assert.Equal(VmafErrorIds.OutputUnwritable, error.ErrorId);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void Contrast_levels_of_no_visible_luma_hold_nothing()
    {
        var levels = new ContrastLevels(4, 1, 300, TransferFunction.Bt1886);
        Assert.True(levels.LumaCount == 0 || levels.VisibleSteps.All(steps => steps == 0));
    }
}

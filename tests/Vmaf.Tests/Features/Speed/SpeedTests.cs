using Vmaf.Engine.Errors;
using Vmaf.Engine.Features.Speed;
using Vmaf.Engine.Simd;
using Vmaf.Engine.Video;
using Xunit;

namespace Vmaf.Tests.Features.Speed;

public sealed class SpeedTests
{
    private static readonly RecordedFigures Figures = new("Speed", "speed-figures.json");

    public static TheoryData<string, string> RecordedRuns => Figures.Runs;

    // The mathematical functions of other platforms may differ in the last bit.
    [Theory]
    [MemberData(nameof(RecordedRuns))]
    public void Figures_are_libvmafs(string clip, string specification) => Figures.AssertSame(clip, specification, 1e-7);

    [Theory]
    [InlineData(160, 90, ChromaFormat.Yuv420, "speed_chroma")]
    [InlineData(79, 200, ChromaFormat.Yuv444, "speed_chroma")]
    [InlineData(200, 79, ChromaFormat.Yuv420, "speed_temporal")]
    [InlineData(150, 150, ChromaFormat.Yuv400, "speed_temporal=speed_prescale=0.5")]
    [InlineData(1, 1, ChromaFormat.Yuv444, "speed_chroma")]
    public void Pictures_without_a_block_score_zero(int width, int height, ChromaFormat chroma, string specification)
    {
        var format = new VideoFormat(width, height, chroma, 8);
        TierComparison.AssertSameBits(format, specification);
        using var run = new FeatureRun(format, SimdTiers.Current, specification);
        VideoFrame frame = VideoFrame.Allocate(format);
        for (int index = 0; index < 2; index++)
        {
            Assert.All(run.Measure(frame, frame), score => Assert.Equal(0, score));
        }

        frame.Release();
    }

    [Theory]
    [InlineData(160, 160, ChromaFormat.Yuv420, 8)]
    [InlineData(353, 289, ChromaFormat.Yuv420, 8)]
    [InlineData(353, 289, ChromaFormat.Yuv422, 10)]
    [InlineData(161, 81, ChromaFormat.Yuv422, 16)]
    public void Small_and_odd_pictures_have_an_answer(int width, int height, ChromaFormat chroma, int bitDepth)
    {
        foreach (string specification in new[] { "speed_chroma", "speed_temporal" })
        {
            TierComparison.AssertSameBits(new VideoFormat(width, height, chroma, bitDepth), specification);
        }
    }

    [Theory]
    [InlineData("speed_chroma=speed_kernelscale=0.9")]
    [InlineData("speed_chroma=speed_prescale_method=area")]
    [InlineData("speed_chroma=speed_weight_var_mode=7")]
    [InlineData("speed_temporal=speed_sigma_nn=0")]
    public void Options_that_do_not_fit_are_refused(string specification)
    {
        VmafException error = Assert.Throws<VmafException>(
            () => new FeatureRun(new VideoFormat(320, 280, ChromaFormat.Yuv420, 8), SimdTiers.Current, specification));
        Assert.Equal(VmafErrorIds.OptionInvalid, error.ErrorId);
    }

    [Fact]
    public void Chroma_of_luma_only_video_is_refused()
    {
        VmafException error = Assert.Throws<VmafException>(
            () => new FeatureRun(new VideoFormat(320, 280, ChromaFormat.Yuv400, 8), SimdTiers.Current, "speed_chroma"));
        Assert.Equal(VmafErrorIds.FormatUnsupported, error.ErrorId);
    }

    [Fact]
    public void A_flat_plane_leaves_the_score_to_the_other_one()
    {
        using IFrameSource reference = RecordedFigures.Open("353x288_444_8_quantise", isReference: true);
        using IFrameSource distorted = RecordedFigures.Open("353x288_444_8_quantise", isReference: false);
        VideoFrame first = VideoFrame.Allocate(reference.Format);
        VideoFrame second = VideoFrame.Allocate(reference.Format);
        Assert.True(reference.TryRead(first, TestContext.Current.CancellationToken));
        Assert.True(distorted.TryRead(second, TestContext.Current.CancellationToken));
        for (int y = 0; y < reference.Format.ChromaHeight; y++)
        {
            first.Plane(1).RowBytes(y).Fill(128);
            second.Plane(1).RowBytes(y).Fill(90);
        }

        using var run = new FeatureRun(reference.Format, SimdTiers.Current, "speed_chroma");
        double[] scores = run.Measure(first, second);
        Assert.True(scores[1] > 0);
        Assert.Equal(scores[1], scores[2]);
        first.Release();
        second.Release();
    }

    [Fact]
    public void Eigenvalues_have_the_trace_and_norm_of_the_matrix()
    {
        const int Size = 25;
        float[] matrix = Covariances(Size, Size);
        float[] eigenvalues = new float[Size];
        new SymmetricEigenvalues(Size).Find(matrix, Size, eigenvalues);
        Assert.Equal(Enumerable.Range(0, Size).Sum(index => matrix[(index * Size) + index]), eigenvalues.Sum(), 1e-2);
        Assert.Equal(matrix.Sum(value => value * value), eigenvalues.Sum(value => value * value), 1);
        Assert.All(eigenvalues, value => Assert.True(value > 0));
    }

    [Fact]
    public void Solutions_solve_their_equations()
    {
        const int Size = BlockStatistics.ElementCount;
        const int Pitch = BlockStatistics.RowLength;
        float[] matrix = Covariances(Size, Pitch);
        var random = new Random(3);
        float[] rightSides = [.. Enumerable.Range(0, Size * Pitch).Select(_ => random.NextSingle())];
        float[] solution = new float[Size * Pitch];
        Assert.True(new BlockMatrix(SpeedKernels.Create(SimdTiers.Current)).TrySolve(matrix, rightSides, solution, Pitch));
        for (int row = 0; row < Size; row++)
        {
            for (int column = 0; column < Pitch; column++)
            {
                float sum = Enumerable.Range(0, Size).Sum(index => matrix[(row * Pitch) + index] * solution[(index * Pitch) + column]);
                Assert.Equal(rightSides[(row * Pitch) + column], sum, 1e-3);
            }
        }

        Assert.False(new BlockMatrix(SpeedKernels.Create(SimdTiers.Current)).TrySolve(new float[Size * Pitch], rightSides, solution, Pitch));
    }

    /// <summary>A positive definite matrix: correlation falls with distance.</summary>
    private static float[] Covariances(int size, int pitch)
    {
        float[] matrix = new float[size * pitch];
        for (int row = 0; row < size; row++)
        {
            for (int column = 0; column < size; column++)
            {
                matrix[(row * pitch) + column] = 4 * MathF.Pow(0.6f, Math.Abs(row - column));
            }
        }

        return matrix;
    }
}

using Vmaf.Engine.Simd;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Scoring;

/// <summary>
/// Which kernels suit a run. Vector kernels are compiled when first used, which takes longer than measuring a few small frames with
/// the scalar ones, which are compiled ahead of time. All give the same bits, so only time depends on the choice.
/// </summary>
internal static class RunTier
{
    /// <summary>
    /// The number of luma samples of the reference up to which the scalar kernels are faster: VIF, ADM and motion take about 0.15 µs
    /// a sample with them, and 0.3 s to compile for vectors.
    /// </summary>
    public const long SmallRunSamples = 1_500_000;

    /// <summary>Chooses.</summary>
    /// <param name="format">Format of the videos.</param>
    /// <param name="frameCount">Number of frames to measure, <see langword="null"/> where it is not known.</param>
    public static SimdTier For(VideoFormat format, long? frameCount) =>
        frameCount * format.Width * format.Height <= SmallRunSamples ? SimdTier.Scalar : SimdTiers.Current;
}

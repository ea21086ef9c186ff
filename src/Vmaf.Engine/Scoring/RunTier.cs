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
    /// The number of luma samples up to which the scalar kernels are faster: VIF, ADM and motion take about 0.15 µs a sample with
    /// them, and 0.3 s to compile for vectors.
    /// </summary>
    public const long SmallRunSamples = 1_500_000;

    private static long _samplesSoFar;

    /// <summary>Chooses for the next run of this process.</summary>
    /// <param name="format">Format of the videos.</param>
    /// <param name="frameCount">Number of frames to measure, <see langword="null"/> where it is not known.</param>
    public static SimdTier ForNextRun(VideoFormat format, long? frameCount) =>
        Choose(Interlocked.Add(ref _samplesSoFar, Samples(format, frameCount)));

    /// <summary>Chooses by all that a process has measured, the next run included: vector kernels are compiled once, not in each run.</summary>
    /// <param name="samples">Luma samples of the reference.</param>
    public static SimdTier Choose(long samples) => samples <= SmallRunSamples ? SimdTier.Scalar : SimdTiers.Current;

    /// <summary>Luma samples of a run, as many as count where their number is not known.</summary>
    public static long Samples(VideoFormat format, long? frameCount) =>
        Math.Min(frameCount ?? long.MaxValue, SmallRunSamples + 1) * format.Width * format.Height;
}

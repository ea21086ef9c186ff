using System.Runtime.CompilerServices;
using Vmaf.Engine.Simd;

namespace Vmaf.Engine.Features.Cambi;

/// <summary>
/// Measures the contrast of banding around each sample of a picture: how many samples of the same luma, and how many of a luma one to a
/// few levels away, a square window around it holds. Owns scratch memory; not thread-safe.
/// </summary>
internal abstract unsafe class BandingMeter : IDisposable
{
    /// <summary>Stands for a sample that does not count.</summary>
    public const ushort NoKey = ushort.MaxValue;

    /// <summary>The most samples to either side that a window may have: its counts must fit 16 bits.</summary>
    public const int LargestRadius = 127;

    // Floats that a register of compressed lanes may be written past the end.
    private const int Room = 16;

    private readonly AlignedMemory _contrasts;
    private readonly AlignedMemory _spare;

    /// <summary>Allocates memory for the contrasts of a picture.</summary>
    /// <param name="levels">The steps of luma that count.</param>
    /// <param name="sampleCount">Samples of the largest picture.</param>
    protected BandingMeter(ContrastLevels levels, long sampleCount)
    {
        Levels = levels;
        nint size = (nint)(sampleCount + Room) * sizeof(float);
        _contrasts = new AlignedMemory(size, isZeroed: false);
        _spare = new AlignedMemory(size, isZeroed: false);
    }

    /// <summary>The steps of luma that count.</summary>
    protected ContrastLevels Levels { get; }

    /// <summary>Measures a picture.</summary>
    /// <param name="keys">Keys of the samples: index into <see cref="ContrastLevels.VisibleSteps"/>, or <see cref="NoKey"/>.</param>
    /// <param name="width">Samples in a row.</param>
    /// <param name="height">Number of rows.</param>
    /// <param name="radius">Samples of the window to either side, up to <see cref="LargestRadius"/>.</param>
    /// <param name="topShare">Share of the samples to average: those of the most contrast.</param>
    /// <param name="map">Receives the contrast of each sample, row after row; <see langword="null"/> for none.</param>
    /// <returns>The mean contrast of those samples.</returns>
    public double Measure(WordPlane keys, int width, int height, int radius, double topShare, float[]? map)
    {
        int samples = width * height;
        int top = Math.Clamp((int)(topShare * samples), 1, samples);
        var contrasts = (float*)_contrasts.Start;
        int count;
        fixed (float* mapStart = map)
        {
            count = CollectContrasts(keys, width, height, radius, contrasts, mapStart);
        }

        return SumOfLargest(contrasts, count, Math.Min(top, count), (float*)_spare.Start) / top;
    }

    /// <inheritdoc/>
    public virtual void Dispose()
    {
        _contrasts.Dispose();
        _spare.Dispose();
    }

    /// <summary>Finds the contrasts that are not zero.</summary>
    /// <param name="keys">As for <see cref="Measure"/>.</param>
    /// <param name="width">Samples in a row.</param>
    /// <param name="height">Number of rows.</param>
    /// <param name="radius">Samples of the window to either side.</param>
    /// <param name="contrasts">Receives them, in any order.</param>
    /// <param name="map">Receives all contrasts, zeros too, row after row; may be <see langword="null"/>.</param>
    /// <returns>How many they are.</returns>
    protected abstract int CollectContrasts(WordPlane keys, int width, int height, int radius, float* contrasts, float* map);

    /// <summary>The exact sum of the largest contrasts, rounded once.</summary>
    /// <param name="contrasts">The contrasts, at least ½ each; changed.</param>
    /// <param name="count">How many they are.</param>
    /// <param name="top">How many to add up.</param>
    /// <param name="spare">Scratch memory as large.</param>
    protected abstract double SumOfLargest(float* contrasts, int count, int top, float* spare);

    /// <summary>
    /// The contrast of a step: the weighted harmonic mean, as it were, of two counts. libvmaf takes reciprocals from a table that is written
    /// with nine digits, which changes the last bit for 42 of its 4225 sums.
    /// </summary>
    /// <param name="weight">Weight of the step.</param>
    /// <param name="own">Samples with the luma in question.</param>
    /// <param name="other">Samples a step away.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static float Contrast(float weight, float own, float other) => own * other * weight * (1 / (own + other));
}

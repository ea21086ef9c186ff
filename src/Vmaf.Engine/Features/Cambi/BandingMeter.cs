using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

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

    private float* _contrasts;
    private float* _spare;

    /// <summary>Allocates memory for the contrasts of a picture.</summary>
    /// <param name="levels">The steps of luma that count.</param>
    /// <param name="sampleCount">Samples of the largest picture.</param>
    protected BandingMeter(ContrastLevels levels, long sampleCount)
    {
        Levels = levels;
        nuint size = (nuint)(sampleCount + Room) * sizeof(float);
        _contrasts = (float*)NativeMemory.Alloc(size);
        _spare = (float*)NativeMemory.Alloc(size);
    }

    /// <summary>Frees the memory if nobody did.</summary>
    ~BandingMeter() => FreeContrasts();

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
        int count;
        fixed (float* mapStart = map)
        {
            count = CollectContrasts(keys, width, height, radius, _contrasts, mapStart);
        }

        return SumOfLargest(_contrasts, count, Math.Min(top, count), _spare) / top;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        FreeContrasts();
        Dispose(isDisposing: true);
        GC.SuppressFinalize(this);
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

    /// <summary>Frees what a kernel owns.</summary>
    /// <param name="isDisposing">Whether other objects may be used.</param>
    protected abstract void Dispose(bool isDisposing);

    /// <summary>
    /// The contrast of a step: the weighted harmonic mean, as it were, of two counts. libvmaf takes reciprocals from a table that is written
    /// with nine digits, which changes the last bit for 42 of its 4225 sums.
    /// </summary>
    /// <param name="weight">Weight of the step.</param>
    /// <param name="own">Samples with the luma in question.</param>
    /// <param name="other">Samples a step away.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static float Contrast(float weight, float own, float other) => own * other * weight * (1 / (own + other));

    private void FreeContrasts()
    {
        NativeMemory.Free(_contrasts);
        NativeMemory.Free(_spare);
        _contrasts = null;
        _spare = null;
    }
}

using System.Runtime.Intrinsics;
using Vmaf.Engine.Simd;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Features.Motion;

/// <summary>
/// Measures how much two pictures differ once blurred: the sum of the absolute values of their blurred difference, in units of
/// 1/256 of an 8-bit step. Owns scratch memory; not thread-safe.
/// </summary>
internal abstract class MotionMeter
{
    /// <summary>Creates a meter for pictures of one kind.</summary>
    /// <param name="width">Samples in a row, at least 1.</param>
    /// <param name="height">Number of rows, at least 1.</param>
    /// <param name="bitDepth">Bits per sample, 8 to 16.</param>
    protected MotionMeter(int width, int height, int bitDepth)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(height);
        ArgumentOutOfRangeException.ThrowIfLessThan(bitDepth, 8);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bitDepth, 16);
        Width = width;
        Height = height;
        BitDepth = bitDepth;
    }

    /// <summary>Samples in a row.</summary>
    protected int Width { get; }

    /// <summary>Number of rows.</summary>
    protected int Height { get; }

    /// <summary>Bits per sample.</summary>
    protected int BitDepth { get; }

    /// <summary>Makes the meter of an instruction set.</summary>
    /// <param name="width">Samples in a row, at least 1.</param>
    /// <param name="height">Number of rows, at least 1.</param>
    /// <param name="bitDepth">Bits per sample, 8 to 16.</param>
    /// <param name="tier">An instruction set that the processor has.</param>
    public static MotionMeter Create(int width, int height, int bitDepth, SimdTier tier) => tier switch
    {
        SimdTier.Avx512 => new VectorMotionMeter<Width512, Vector512<byte>>(width, height, bitDepth),
        SimdTier.Avx2 => new VectorMotionMeter<Width256, Vector256<byte>>(width, height, bitDepth),
        SimdTier.Vector128 => new VectorMotionMeter<Width128, Vector128<byte>>(width, height, bitDepth),
        _ => new ScalarMotionMeter(width, height, bitDepth),
    };

    /// <summary>Measures a pair of pictures.</summary>
    /// <param name="earlier">The earlier picture.</param>
    /// <param name="later">The later picture.</param>
    /// <returns>The sum over all samples.</returns>
    public ulong Measure(in PlaneView earlier, in PlaneView later)
    {
        if (!Fits(earlier) || !Fits(later))
        {
            throw new ArgumentException($"Both planes must have {Width}x{Height} samples of {BitDepth} bits.");
        }

        return MeasureChecked(earlier, later);
    }

    /// <summary>Measures a pair of pictures that have the right size and bit depth.</summary>
    protected abstract ulong MeasureChecked(in PlaneView earlier, in PlaneView later);

    private bool Fits(in PlaneView plane) => plane.Width == Width && plane.Height == Height && plane.BitDepth == BitDepth;
}

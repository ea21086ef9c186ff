using Vmaf.Engine.Simd;

namespace Vmaf.Engine.Features.SinglePrecision;

/// <summary>
/// Rows of floats, aligned to 64 bytes and zeroed. <see cref="Margin"/> floats before and after each row may be read and written.
/// </summary>
internal sealed unsafe class FloatPlane : AlignedMemory
{
    /// <summary>Room at either end of a row, in floats: a register, or the reach of a filter.</summary>
    public const int Margin = 64;

    private const int FloatsPerCacheLine = Alignment / sizeof(float);

    private readonly nint _stride;

    /// <summary>Allocates a plane.</summary>
    /// <param name="width">Floats in a row.</param>
    /// <param name="height">Number of rows.</param>
    public FloatPlane(int width, int height)
        : base(StrideFor(width) * height * sizeof(float))
    {
        Width = width;
        Height = height;
        _stride = StrideFor(width);
    }

    /// <summary>Floats in a row.</summary>
    public int Width { get; }

    /// <summary>Number of rows.</summary>
    public int Height { get; }

    /// <summary>The first float of a row.</summary>
    /// <param name="y">Row number.</param>
    public float* Row(int y) => (float*)Start + (y * _stride) + Margin;

    /// <summary>Floats from a row to the next: an odd number of cache lines, so that the rows of a column do not fall into one cache set.</summary>
    private static nint StrideFor(int width) =>
        ((((nint)width + (2 * Margin) + FloatsPerCacheLine - 1) / FloatsPerCacheLine) | 1) * FloatsPerCacheLine;
}

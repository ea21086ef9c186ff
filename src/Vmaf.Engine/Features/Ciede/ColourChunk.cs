using Vmaf.Engine.Features.SinglePrecision;
using Vmaf.Engine.Simd;

namespace Vmaf.Engine.Features.Ciede;

/// <summary>Colour differences of a stretch of a row that fits into the first-level cache with all intermediate rows.</summary>
internal static unsafe class ColourChunk
{
    /// <summary>Most samples of a stretch.</summary>
    public const int Length = 256;

    /// <summary>Intermediate rows: lightness and both colour axes of two pictures, then the differences.</summary>
    public const int RowCount = 12;

    /// <summary>Measures a stretch.</summary>
    /// <typeparam name="TWidth">Register width.</typeparam>
    /// <typeparam name="V">The register.</typeparam>
    /// <param name="reference">Row of a picture.</param>
    /// <param name="distorted">Row of the other.</param>
    /// <param name="x">First column.</param>
    /// <param name="count">Number of columns, at most <see cref="Length"/>.</param>
    /// <param name="scratch"><see cref="RowCount"/> rows.</param>
    /// <param name="differences">Receives the differences, and up to a register more.</param>
    public static void Measure<TWidth, V>(
        PictureRows reference, PictureRows distorted, int x, int count, FloatPlane scratch, double* differences)
        where TWidth : struct, ISimdWidth<V>
        where V : struct
    {
        for (int start = 0; start < count; start += TWidth.ByteCount / sizeof(float))
        {
            LabColour<TWidth, V>.Convert(
                reference.Plane(0) + x + start, reference.Plane(1) + x + start, reference.Plane(2) + x + start, scratch, 0, start);
            LabColour<TWidth, V>.Convert(
                distorted.Plane(0) + x + start, distorted.Plane(1) + x + start, distorted.Plane(2) + x + start, scratch, 3, start);
        }

        for (int start = 0; start < count; start += TWidth.ByteCount / sizeof(float))
        {
            ChromaDifference<TWidth, V>.Compute(scratch, start);
        }

        for (int start = 0; start < count; start += TWidth.ByteCount / sizeof(float))
        {
            ColourDifference<TWidth, V>.Compute(scratch, start, differences + start);
        }
    }
}

using Vmaf.Engine.Simd;

namespace Vmaf.Engine.Features.Ciede;

/// <summary>Colour differences of a stretch of a row that fits into the first-level cache with all intermediate rows.</summary>
internal static unsafe class ColourChunk
{
    /// <summary>Most samples of a stretch.</summary>
    public const int Length = 256;

    /// <summary>Measures a stretch.</summary>
    /// <typeparam name="TWidth">Register width.</typeparam>
    /// <typeparam name="V">The register.</typeparam>
    /// <param name="reference">Row of a picture.</param>
    /// <param name="distorted">Row of the other.</param>
    /// <param name="x">First column.</param>
    /// <param name="count">Number of columns, at most <see cref="Length"/>.</param>
    /// <param name="rows">Intermediate rows.</param>
    /// <param name="differences">Receives the differences, and up to a register more.</param>
    public static void Measure<TWidth, V>(
        PictureRows reference, PictureRows distorted, int x, int count, in ColourRows rows, double* differences)
        where TWidth : struct, ISimdWidth<V>
        where V : struct
    {
        LabColour<TWidth, V>.Convert(
            reference.Plane(0) + x,
            reference.Plane(1) + x,
            reference.Plane(2) + x,
            count,
            rows.ReferenceLightness,
            rows.ReferenceA,
            rows.ReferenceB);
        LabColour<TWidth, V>.Convert(
            distorted.Plane(0) + x,
            distorted.Plane(1) + x,
            distorted.Plane(2) + x,
            count,
            rows.DistortedLightness,
            rows.DistortedA,
            rows.DistortedB);
        ChromaDifference<TWidth, V>.Compute(rows, count);
        ColourDifference<TWidth, V>.Compute(rows, count, differences);
    }
}

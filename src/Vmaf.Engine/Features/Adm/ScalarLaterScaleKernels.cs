using System.Numerics;

namespace Vmaf.Engine.Features.Adm;

/// <summary>The later scales' row kernels in plain C#.</summary>
internal readonly unsafe struct ScalarLaterScaleKernels : IDetailKernels<int>
{
    /// <summary>1/30 and 1/15 in units of 2⁻³².</summary>
    private const long OneThirtieth = 143165577;
    private const long OneFifteenth = 286331153;

    /// <inheritdoc/>
    public void Decouple(
        BandRows<int> reference, BandRows<int> distorted, int count, double gainLimit, BandRows<int> restored, BandRows<int> additive)
    {
        for (int x = 0; x < count; x++)
        {
            bool aligned = IsAligned(reference, distorted, x);
            Split(reference.Horizontal[x], distorted.Horizontal[x], aligned, gainLimit, restored.Horizontal + x, additive.Horizontal + x);
            Split(reference.Vertical[x], distorted.Vertical[x], aligned, gainLimit, restored.Vertical + x, additive.Vertical + x);
            Split(reference.Diagonal[x], distorted.Diagonal[x], aligned, gainLimit, restored.Diagonal + x, additive.Diagonal + x);
        }
    }

    /// <summary>The angle test of one column.</summary>
    public static bool IsAligned(BandRows<int> reference, BandRows<int> distorted, int x) =>
        AngleTest.IsAligned(reference.Horizontal[x], reference.Vertical[x], distorted.Horizontal[x], distorted.Vertical[x]);

    /// <inheritdoc/>
    public void Mask(BandRows<int> masker, int count, in BandSensitivity sensitivity, int* strength, int* centre)
    {
        for (int x = 0; x < count; x++)
        {
            int horizontal = Contrast(masker.Horizontal[x], sensitivity.StraightFactor);
            int vertical = Contrast(masker.Vertical[x], sensitivity.StraightFactor);
            int diagonal = Contrast(masker.Diagonal[x], sensitivity.DiagonalFactor);
            int beside = Share(horizontal, OneThirtieth) + Share(vertical, OneThirtieth) + Share(diagonal, OneThirtieth);
            strength[x] = beside;
            centre[x] = Share(horizontal, OneFifteenth) + Share(vertical, OneFifteenth) + Share(diagonal, OneFifteenth) - beside;
        }
    }

    /// <inheritdoc/>
    public void SumNeighbours(int* strength, int count, int* sums) => ScalarMasking.SumNeighbours(strength, count, sums);

    /// <inheritdoc/>
    public BandSums SumVisibleCubes(
        BandRows<int> detail, ThresholdRows threshold, int count, in BandSensitivity sensitivity, ScaleGeometry geometry)
    {
        long horizontal = 0;
        long vertical = 0;
        long diagonal = 0;
        for (int x = 0; x < count; x++)
        {
            int limit = ScalarMasking.Threshold(threshold, x);
            int shift = geometry.StraightCubeShift;
            horizontal += ScalarMasking.VisibleCube(Contrast(detail.Horizontal[x], sensitivity.StraightFactor), limit, 30, shift);
            vertical += ScalarMasking.VisibleCube(Contrast(detail.Vertical[x], sensitivity.StraightFactor), limit, 30, shift);
            diagonal += ScalarMasking.VisibleCube(Contrast(detail.Diagonal[x], sensitivity.DiagonalFactor), limit, 30, shift);
        }

        return new BandSums(horizontal, vertical, diagonal);
    }

    /// <inheritdoc/>
    public BandSums SumReferenceCubes(BandRows<int> reference, int count, ScaleGeometry geometry) =>
        new(
            SumCubes(reference.Horizontal, count, geometry),
            SumCubes(reference.Vertical, count, geometry),
            SumCubes(reference.Diagonal, count, geometry));

    /// <summary>Bits that the square of a reference sample loses.</summary>
    internal static int ReferenceSquareShift(ScaleGeometry geometry) => geometry.Scale == 2 ? 30 : 31;

    private static long SumCubes(int* row, int count, ScaleGeometry geometry)
    {
        int squareShift = ReferenceSquareShift(geometry);
        int cubeShift = geometry.ReferenceCubeShift;
        long half = cubeShift > 0 ? 1L << (cubeShift - 1) : 0;
        long sum = 0;
        for (int x = 0; x < count; x++)
        {
            long magnitude = Math.Abs((long)row[x]);

            // A whole unit is added before the square is cut, where rounding would add half.
            long square = ((magnitude * magnitude) + (1L << squareShift)) >> squareShift;
            sum += ((square * magnitude) + half) >> cubeShift;
        }

        return sum;
    }

    private static void Split(int o, int t, bool aligned, double gainLimit, int* restored, int* additive)
    {
        int ratio = o == 0 ? 32768 : Ratio(o, t);
        int kept = (int)((((long)ratio * o) + 16384) >> 15);
        if (aligned && ratio > 0)
        {
            kept = o > 0 ? (int)Math.Min(kept * gainLimit, t) : o < 0 ? (int)Math.Max(kept * gainLimit, t) : kept;
        }

        *restored = kept;
        *additive = t - kept;
    }

    /// <summary>The ratio t/o in units of 2⁻¹⁵, from 0 to 1: o is rounded to 15 bits, then inverted in units of 2⁻³⁰.</summary>
    private static int Ratio(int o, int t)
    {
        uint magnitude = (uint)Math.Abs(o);
        int shift = Math.Max(17 - BitOperations.LeadingZeroCount(magnitude), 0);
        long divisor = shift == 0 ? magnitude : (magnitude + (1u << (shift - 1))) >> shift;
        long product = (1 << 30) / divisor * t * Math.Sign(o);
        return (int)Math.Clamp((product + (1L << (14 + shift))) >> (15 + shift), 0, 32768);
    }

    /// <summary>Visible contrast: 4 of the factor's 32 fraction bits stay.</summary>
    private static int Contrast(int detail, uint factor) => (int)((((long)factor * detail) + (1L << 27)) >> 28);

    /// <summary>A share of the contrast. The rounding term has the sign that it got in the reference: half is taken away.</summary>
    private static int Share(int contrast, long share) => (int)(((share * (contrast < 0 ? -contrast : contrast)) - (1L << 31)) >> 32);
}

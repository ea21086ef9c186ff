namespace Vmaf.Engine.Features.Adm;

/// <summary>The first scale's row kernels in plain C#.</summary>
internal readonly unsafe struct ScalarFirstScaleKernels : IDetailKernels<short>
{
    /// <inheritdoc/>
    public void Decouple(
        BandRows<short> reference, BandRows<short> distorted, int count, double gainLimit, BandRows<short> restored, BandRows<short> additive)
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
    public static bool IsAligned(BandRows<short> reference, BandRows<short> distorted, int x) =>
        AngleTest.IsAligned(reference.Horizontal[x], reference.Vertical[x], distorted.Horizontal[x], distorted.Vertical[x]);

    /// <inheritdoc/>
    public void Mask(BandRows<short> masker, int count, in BandSensitivity sensitivity, int* strength, int* centre)
    {
        for (int x = 0; x < count; x++)
        {
            int horizontal = ((masker.Horizontal[x] * (int)sensitivity.StraightFactor) + 16384) >> 15;
            int vertical = ((masker.Vertical[x] * (int)sensitivity.StraightFactor) + 16384) >> 15;
            int diagonal = ((masker.Diagonal[x] * (int)sensitivity.DiagonalFactor) + 65535) >> 17;
            int beside = Beside(horizontal) + Beside(vertical) + Beside(diagonal);
            strength[x] = beside;
            centre[x] = AtPlace(horizontal) + AtPlace(vertical) + AtPlace(diagonal) - beside;
        }
    }

    /// <inheritdoc/>
    public void SumNeighbours(int* strength, int count, int* sums) => ScalarMasking.SumNeighbours(strength, count, sums);

    /// <inheritdoc/>
    public BandSums SumVisibleCubes(
        BandRows<short> detail, ThresholdRows threshold, int count, in BandSensitivity sensitivity, ScaleGeometry geometry)
    {
        long horizontal = 0;
        long vertical = 0;
        long diagonal = 0;
        for (int x = 0; x < count; x++)
        {
            int limit = ScalarMasking.Threshold(threshold, x);
            int straightFactor = (int)sensitivity.StraightFactor;
            horizontal += ScalarMasking.VisibleCube(detail.Horizontal[x] * straightFactor, limit << 10, 29, geometry.StraightCubeShift);
            vertical += ScalarMasking.VisibleCube(detail.Vertical[x] * straightFactor, limit << 10, 29, geometry.StraightCubeShift);
            diagonal += ScalarMasking.VisibleCube(detail.Diagonal[x] * (int)sensitivity.DiagonalFactor, limit << 12, 30, geometry.DiagonalCubeShift);
        }

        return new BandSums(horizontal, vertical, diagonal);
    }

    /// <inheritdoc/>
    public BandSums SumReferenceCubes(BandRows<short> reference, int count, ScaleGeometry geometry) =>
        new(SumCubes(reference.Horizontal, count), SumCubes(reference.Vertical, count), SumCubes(reference.Diagonal, count));

    private static long SumCubes(short* row, int count)
    {
        long sum = 0;
        for (int x = 0; x < count; x++)
        {
            long magnitude = Math.Abs((int)row[x]);
            sum += magnitude * magnitude * magnitude;
        }

        return sum;
    }

    private static void Split(int o, int t, bool aligned, double gainLimit, short* restored, short* additive)
    {
        // The ratio t/o in units of 2⁻¹⁵, from 0 to 1, by a reciprocal in units of 2⁻³⁰.
        int ratio = o == 0 ? 32768 : Math.Clamp((int)((((long)((1 << 30) / o) * t) + 16384) >> 15), 0, 32768);
        int kept = ((ratio * o) + 16384) >> 15;
        if (aligned && ratio > 0)
        {
            kept = o > 0 ? (int)Math.Min((short)kept * gainLimit, t) : o < 0 ? (int)Math.Max((short)kept * gainLimit, t) : kept;
        }

        *restored = (short)kept;
        *additive = (short)(t - (short)kept);
    }

    /// <summary>1/30 of the visible contrast, times 32; contrast and result are of 16 bits and wrap as such.</summary>
    private static int Beside(int contrast) => (short)(((4369 * Math.Abs((int)(short)contrast)) + 2048) >> 12);

    /// <summary>1/15 of the visible contrast, times 32; contrast and result are of 16 bits and wrap as such.</summary>
    private static int AtPlace(int contrast) => (short)(((8738 * Math.Abs((int)(short)contrast)) + 2048) >> 12);
}

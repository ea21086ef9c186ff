using System.Runtime.CompilerServices;
using Vmaf.Engine.Simd;

namespace Vmaf.Engine.Features.Adm;

/// <summary>What masking has in common at all scales, in vectors of 32-bit lanes.</summary>
/// <typeparam name="TWidth">Width of the registers.</typeparam>
/// <typeparam name="V">The register.</typeparam>
internal static unsafe class VectorMasking<TWidth, V>
    where TWidth : struct, ISimdWidth<V>
    where V : struct
{
    /// <summary>Columns whose visible contrast is listed at a time.</summary>
    private const int BlockWidth = 256;

    /// <summary>Room of a list, a register after its end included.</summary>
    private const int ListLength = BlockWidth + 16;

    /// <summary>Lanes of a register.</summary>
    public static int Lanes => TWidth.ByteCount / 4;

    /// <summary>Sums over each sample and its two neighbours.</summary>
    [MethodImpl(JitHint.FullyAtOnce)]
    public static void SumNeighbours(int* strength, int count, int* sums)
    {
        for (int x = 0; x < count; x += Lanes)
        {
            V outer = TWidth.Add32(TWidth.Load(strength + x - 1), TWidth.Load(strength + x + 1));
            TWidth.Store(TWidth.Add32(outer, TWidth.Load(strength + x)), sums + x);
        }
    }

    /// <summary>
    /// Sums the cubes of visible contrast above the masking threshold. Few samples have any in one of the two directions, so what there
    /// is is listed first, and only lists are cubed.
    /// </summary>
    /// <typeparam name="TSample">16 bits at scale 0, 32 later.</typeparam>
    /// <typeparam name="TContrast">The scale's fixed-point formats.</typeparam>
    [SkipLocalsInit]
    [MethodImpl(JitHint.FullyAtOnce)]
    public static BandSums SumVisibleCubes<TSample, TContrast>(
        BandRows<TSample> detail, ThresholdRows threshold, int count, in BandSensitivity sensitivity, ScaleGeometry geometry)
        where TSample : unmanaged
        where TContrast : struct, IContrastKernel<TSample, V>
    {
        TContrast contrast = default;
        V straightFactor = contrast.Factor(sensitivity.StraightFactor);
        V diagonalFactor = contrast.Factor(sensitivity.DiagonalFactor);
        int straightCubeShift = geometry.StraightCubeShift;
        int diagonalCubeShift = geometry.DiagonalCubeShift;
        V laneIndex = LaneNumbers<TWidth, V>.Of32;
        CubeSum<TWidth, V> horizontal = default;
        CubeSum<TWidth, V> vertical = default;
        CubeSum<TWidth, V> diagonal = default;
        int* horizontalList = stackalloc int[ListLength];
        int* verticalList = stackalloc int[ListLength];
        int* diagonalList = stackalloc int[ListLength];
        for (int block = 0; block < count; block += BlockWidth)
        {
            int* horizontalEnd = horizontalList;
            int* verticalEnd = verticalList;
            int* diagonalEnd = diagonalList;
            int blockEnd = Math.Min(block + BlockWidth, count);
            for (int x = block; x < blockEnd; x += Lanes)
            {
                V lanes = TWidth.GreaterThan32(TWidth.Broadcast32(count - x), laneIndex);
                V limit = Threshold(threshold, x);
                V straightLimit = TWidth.ShiftLeft32(limit, contrast.StraightThresholdShift);
                V diagonalLimit = TWidth.ShiftLeft32(limit, contrast.DiagonalThresholdShift);
                horizontalEnd = AppendExcess(horizontalEnd, contrast.Magnitude(detail.Horizontal + x, straightFactor), straightLimit, lanes);
                verticalEnd = AppendExcess(verticalEnd, contrast.Magnitude(detail.Vertical + x, straightFactor), straightLimit, lanes);
                diagonalEnd = AppendExcess(diagonalEnd, contrast.Magnitude(detail.Diagonal + x, diagonalFactor), diagonalLimit, lanes);
            }

            horizontal.AddList(horizontalList, horizontalEnd, contrast.StraightSquareShift, straightCubeShift);
            vertical.AddList(verticalList, verticalEnd, contrast.StraightSquareShift, straightCubeShift);
            diagonal.AddList(diagonalList, diagonalEnd, contrast.DiagonalSquareShift, diagonalCubeShift);
        }

        return new BandSums(
            horizontal.Total(straightCubeShift),
            vertical.Total(straightCubeShift),
            diagonal.Total(diagonalCubeShift));
    }

    /// <summary>The masking thresholds from a column on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Threshold(ThresholdRows rows, int x) =>
        TWidth.Add32(
            TWidth.Add32(TWidth.Load(rows.Above + x), TWidth.Load(rows.Middle + x)),
            TWidth.Add32(TWidth.Load(rows.Below + x), TWidth.Load(rows.Centre + x)));

    /// <summary>Appends what of the contrast exceeds the threshold to a list, from the lanes that count.</summary>
    /// <returns>The list's end.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int* AppendExcess(int* list, V magnitude, V threshold, V lanes)
    {
        V excess = TWidth.And(TWidth.Subtract32(magnitude, threshold), lanes);
        return list + TWidth.CompressStore32(excess, TWidth.GreaterThan32(excess, TWidth.Zero()), list);
    }
}

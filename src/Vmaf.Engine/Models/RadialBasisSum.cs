using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Vmaf.Engine.Simd;

namespace Vmaf.Engine.Models;

/// <summary>
/// Σ cᵢ·exp(−γ·|x − sᵢ|²) − ρ for many rows x. Lanes are rows. Every row goes through the same fused operations in the same order on
/// each tier, so that its bits depend on nothing but itself. The error against exact arithmetic is a few 1e-16 of Σ |cᵢ|.
/// </summary>
/// <remarks>
/// Rows near the support vectors, which is nearly all of them for VMAF's wide kernels, take the cheaper <see cref="FactoredSum"/>; the
/// others <see cref="DirectSum"/>. The choice is made for each row by itself.
/// </remarks>
internal sealed unsafe class RadialBasisSum
{
    /// <summary>Registers of rows that go through one pass over the support vectors; hides the latency of the polynomial.</summary>
    public const int RegistersPerTile = 4;

    private const int Alignment = 64;

    /// <summary>Squared lengths, then the sums, of a tile's rows; sums of rows near and far.</summary>
    private const int ScratchColumns = 3;

    private readonly int _featureCount;
    private readonly double _offset;
    private readonly double[] _centre;
    private readonly DirectSum _direct;
    private readonly FactoredSum _factored;

    /// <summary>Prepares a sum.</summary>
    /// <param name="coefficients">cᵢ.</param>
    /// <param name="supportVectors">sᵢ after one another.</param>
    /// <param name="featureCount">Features of a row.</param>
    /// <param name="gamma">γ.</param>
    /// <param name="offset">ρ.</param>
    public RadialBasisSum(
        ReadOnlySpan<double> coefficients,
        ReadOnlySpan<double> supportVectors,
        int featureCount,
        double gamma,
        double offset)
    {
        _featureCount = featureCount;
        _offset = offset;
        _centre = Centre(supportVectors, featureCount);
        double[] packed = Pack(coefficients, supportVectors, _centre);
        double exponentScale = -gamma * 1.4426950408889634; // log₂ e
        _direct = new DirectSum(packed, featureCount, exponentScale);
        _factored = new FactoredSum(packed, featureCount, exponentScale);
    }

    /// <summary>Predicts rows; the lengths have been checked.</summary>
    /// <param name="rows">Feature-major rows.</param>
    /// <param name="rowCount">Number of rows.</param>
    /// <param name="output">Receives one prediction a row.</param>
    /// <param name="tier">Instruction set to use.</param>
    public void Predict(ReadOnlySpan<double> rows, int rowCount, Span<double> output, SimdTier tier)
    {
        fixed (double* source = rows)
        fixed (double* target = output)
        {
            switch (tier)
            {
                case SimdTier.Avx512:
                    PredictTiles<Width512, Vector512<byte>>(source, rowCount, target);
                    break;
                case SimdTier.Avx2:
                    PredictTiles<Width256, Vector256<byte>>(source, rowCount, target);
                    break;
                case SimdTier.Vector128:
                    PredictTiles<Width128, Vector128<byte>>(source, rowCount, target);
                    break;
                default:
                    PredictRows(source, rowCount, target);
                    break;
            }
        }
    }

    /// <summary>The middle of the support vectors' box; distances to it are small, so that products of them stay near zero.</summary>
    private static double[] Centre(ReadOnlySpan<double> supportVectors, int featureCount)
    {
        double[] centre = new double[featureCount];
        for (int feature = 0; feature < featureCount && !supportVectors.IsEmpty; feature++)
        {
            double low = double.PositiveInfinity;
            double high = double.NegativeInfinity;
            for (int index = feature; index < supportVectors.Length; index += featureCount)
            {
                low = Math.Min(low, supportVectors[index]);
                high = Math.Max(high, supportVectors[index]);
            }

            centre[feature] = low + ((high - low) / 2);
        }

        return centre;
    }

    /// <summary>Per support vector: its coefficient, then its features relative to the centre.</summary>
    private static double[] Pack(ReadOnlySpan<double> coefficients, ReadOnlySpan<double> supportVectors, double[] centre)
    {
        double[] packed = new double[coefficients.Length + supportVectors.Length];
        Span<double> rest = packed;
        for (int index = 0; index < coefficients.Length; index++, rest = rest[(centre.Length + 1)..])
        {
            rest[0] = coefficients[index];
            for (int feature = 0; feature < centre.Length; feature++)
            {
                rest[1 + feature] = supportVectors[(index * centre.Length) + feature] - centre[feature];
            }
        }

        return packed;
    }

    private void PredictTiles<TWidth, V>(double* rows, int rowCount, double* output)
        where TWidth : struct, ISimdWidth<V>
        where V : struct
    {
        int tileRows = RegistersPerTile * TWidth.ByteCount / sizeof(double);
        byte* memory = stackalloc byte[((_featureCount + ScratchColumns) * tileRows * sizeof(double)) + Alignment];
        double* tile = (double*)((nuint)(memory + Alignment - 1) & ~(nuint)(Alignment - 1));
        double* scratch = tile + (_featureCount * tileRows);
        for (int row = 0; row < rowCount; row += tileRows)
        {
            int count = Math.Min(tileRows, rowCount - row);
            FillTile(rows + row, rowCount, count, tile, tileRows);
            PredictTile<TWidth, V>(tile, tileRows, scratch);
            new ReadOnlySpan<double>(scratch, count).CopyTo(new Span<double>(output + row, count));
        }
    }

    /// <summary>Copies rows, relative to the centre; where the rows end before the tile does, the centre itself.</summary>
    [MethodImpl(JitHint.FullyAtOnce)]
    private void FillTile(double* rows, int featureStride, int count, double* tile, int tileRows)
    {
        for (int feature = 0; feature < _featureCount; feature++)
        {
            double* source = rows + ((long)feature * featureStride);
            double* target = tile + (feature * tileRows);
            double centre = _centre[feature];
            for (int row = 0; row < count; row++)
            {
                target[row] = source[row] - centre;
            }

            new Span<double>(target + count, tileRows - count).Clear();
        }
    }

    /// <summary>Leaves a tile's predictions at the start of the scratch memory.</summary>
    [MethodImpl(JitHint.FullyAtOnce)]
    private void PredictTile<TWidth, V>(double* tile, int tileRows, double* scratch)
        where TWidth : struct, ISimdWidth<V>
        where V : struct
    {
        int lanes = tileRows / RegistersPerTile;
        double* norms = scratch;
        double* near = scratch + tileRows;
        double* far = near + tileRows;
        V reach = TWidth.BroadcastDouble(_factored.SquaredReach);
        V allOnes = TWidth.Broadcast64(-1);
        V anyNear = TWidth.Zero();
        V allNear = allOnes;
        for (int row = 0; row < tileRows; row += lanes)
        {
            V norm = TWidth.Zero();
            for (int feature = 0; feature < _featureCount; feature++)
            {
                V value = TWidth.Load(tile + (feature * tileRows) + row);
                norm = TWidth.MultiplyAddDouble(value, value, norm);
            }

            TWidth.Store(norm, norms + row);
            V isNear = TWidth.GreaterThanOrEqualDouble(reach, norm);
            anyNear = TWidth.Or(anyNear, isNear);
            allNear = TWidth.And(allNear, isNear);
        }

        if (!TWidth.IsZero(anyNear))
        {
            _factored.Sum<TWidth, V>(tile, norms, near);
        }

        if (!TWidth.IsZero(TWidth.Xor(allNear, allOnes)))
        {
            _direct.Sum<TWidth, V>(tile, norms, far);
        }

        V offset = TWidth.BroadcastDouble(_offset);
        for (int row = 0; row < tileRows; row += lanes)
        {
            V isNear = TWidth.GreaterThanOrEqualDouble(reach, TWidth.Load(norms + row));
            V sum = TWidth.Select(isNear, TWidth.Load(near + row), TWidth.Load(far + row));
            TWidth.Store(TWidth.SubtractDouble(sum, offset), scratch + row);
        }
    }

    /// <summary>The same operations, one row at a time.</summary>
    private void PredictRows(double* rows, int rowCount, double* output)
    {
        Span<double> centred = stackalloc double[_featureCount];
        for (int row = 0; row < rowCount; row++)
        {
            double norm = 0;
            for (int feature = 0; feature < _featureCount; feature++)
            {
                centred[feature] = rows[((long)feature * rowCount) + row] - _centre[feature];
                norm = Math.FusedMultiplyAdd(centred[feature], centred[feature], norm);
            }

            double sum = _factored.SquaredReach >= norm ? _factored.Sum(centred, norm) : _direct.Sum(centred, norm);
            output[row] = sum - _offset;
        }
    }
}

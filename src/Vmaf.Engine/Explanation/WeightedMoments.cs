using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Vmaf.Engine.Simd;

namespace Vmaf.Engine.Explanation;

/// <summary>
/// Weighted sums, means and scatter of columns of numbers, added up block by block. Every tier adds in the same order: each column is
/// dealt to sixteen partial sums, row i to sum i mod 16.
/// </summary>
internal sealed unsafe class WeightedMoments
{
    private const int PartialSums = 16;

    private readonly int _columnCount;
    private readonly double[] _firstSums;
    private readonly double[] _products;
    private double[] _weighted = [];

    /// <summary>Starts with no rows.</summary>
    public WeightedMoments(int columnCount)
    {
        _columnCount = columnCount;
        _firstSums = new double[columnCount];
        _products = new double[columnCount * columnCount];
    }

    /// <summary>Sum of the weights.</summary>
    public double WeightSum { get; private set; }

    /// <summary>Forgets all rows.</summary>
    public void Clear()
    {
        WeightSum = 0;
        Array.Clear(_firstSums);
        Array.Clear(_products);
    }

    /// <summary>Weighted mean of a column.</summary>
    public double Mean(int column) => _firstSums[column] / WeightSum;

    /// <summary>Σ ω (a − ā)(b − b̄) of two columns.</summary>
    public double Scatter(int a, int b) =>
        _products[(Math.Min(a, b) * _columnCount) + Math.Max(a, b)] - (_firstSums[a] * _firstSums[b] / WeightSum);

    /// <summary>Adds rows.</summary>
    /// <param name="columns">The columns after one another, <paramref name="rowCount"/> numbers each.</param>
    /// <param name="rowCount">Number of rows, a multiple of <see cref="NeighborBlock.RowMultiple"/>.</param>
    /// <param name="weights">Weights of the rows.</param>
    [MethodImpl(JitHint.FullyAtOnce)]
    public void Add(ReadOnlySpan<double> columns, int rowCount, ReadOnlySpan<double> weights)
    {
        if (rowCount % NeighborBlock.RowMultiple != 0 || columns.Length < (long)_columnCount * rowCount || weights.Length < rowCount)
        {
            throw new ArgumentException($"{rowCount} rows of {_columnCount} columns do not fit the buffers.");
        }

        if (_weighted.Length < rowCount)
        {
            _weighted = new double[rowCount];
        }

        fixed (double* column = columns)
        fixed (double* weight = weights)
        fixed (double* weighted = _weighted)
        {
            WeightSum += Sum(weight, null, rowCount);
            for (int a = 0; a < _columnCount; a++)
            {
                for (int row = 0; row < rowCount; row++)
                {
                    weighted[row] = weight[row] * column[((long)a * rowCount) + row];
                }

                _firstSums[a] += Sum(weighted, null, rowCount);
                for (int b = a; b < _columnCount; b++)
                {
                    _products[(a * _columnCount) + b] += Sum(weighted, column + ((long)b * rowCount), rowCount);
                }
            }
        }
    }

    /// <summary>Sum of the products of two columns, or of one column where <paramref name="b"/> is null.</summary>
    private static double Sum(double* a, double* b, int rowCount)
    {
        double* partial = stackalloc double[PartialSums];
        switch (SimdTiers.Current)
        {
            case SimdTier.Avx512:
                Sum<Width512, Vector512<byte>>(a, b, rowCount, partial);
                break;
            case SimdTier.Avx2:
                Sum<Width256, Vector256<byte>>(a, b, rowCount, partial);
                break;
            case SimdTier.Vector128:
                Sum<Width128, Vector128<byte>>(a, b, rowCount, partial);
                break;
            default:
                new Span<double>(partial, PartialSums).Clear();
                for (int row = 0; row < rowCount; row++)
                {
                    partial[row % PartialSums] = Math.FusedMultiplyAdd(a[row], b == null ? 1 : b[row], partial[row % PartialSums]);
                }

                break;
        }

        double sum = 0;
        for (int index = 0; index < PartialSums; index++)
        {
            sum += partial[index];
        }

        return sum;
    }

    [MethodImpl(JitHint.FullyAtOnce)]
    private static void Sum<TWidth, V>(double* a, double* b, int rowCount, double* partial)
        where TWidth : struct, ISimdWidth<V>
        where V : struct
    {
        int lanes = TWidth.ByteCount / sizeof(double);
        V one = TWidth.BroadcastDouble(1);
        for (int first = 0; first < PartialSums; first += 2 * lanes)
        {
            V sum0 = TWidth.Zero();
            V sum1 = TWidth.Zero();
            for (int row = first; row < rowCount; row += PartialSums)
            {
                int next = row + lanes;
                sum0 = TWidth.MultiplyAddDouble(TWidth.Load(a + row), b == null ? one : TWidth.Load(b + row), sum0);
                sum1 = TWidth.MultiplyAddDouble(TWidth.Load(a + next), b == null ? one : TWidth.Load(b + next), sum1);
            }

            TWidth.Store(sum0, partial + first);
            TWidth.Store(sum1, partial + first + lanes);
        }
    }
}

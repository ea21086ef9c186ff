using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Vmaf.Engine.Features.SinglePrecision;
using Vmaf.Engine.Simd;

namespace Vmaf.Engine.Features.Ssim;

/// <summary>
/// Halves a picture given row by row with the low-pass filter of the 9/7 biorthogonal wavelet, 9 × 9 weights, the picture mirrored at its
/// edges (libvmaf, ms_ssim.c). As there, products are rounded to single precision and added up in double precision.
/// </summary>
internal sealed unsafe class WaveletDecimator : IDisposable
{
    private const int Reach = 4;
    private const int Length = (2 * Reach) + 1;
    private const int RingLength = 16;

    // Outputs whose intermediate rows stay in the first-level cache.
    private const int StretchLength = 512;

    // The quarter of the weights; the rest mirrors it. Rounded to six decimals, so no product of a row and a column.
    private static readonly float[] Quarter =
    [
        0.363505f, 0.160885f, -0.047149f, -0.010146f, 0.016114f,
        0.160885f, 0.071207f, -0.020867f, -0.004490f, 0.007132f,
        -0.047149f, -0.020867f, 0.006115f, 0.001316f, -0.002090f,
        -0.010146f, -0.004490f, 0.001316f, 0.000283f, -0.000450f,
        0.016114f, 0.007132f, -0.002090f, -0.000450f, 0.000714f,
    ];

    private readonly SimdTier _tier;
    private readonly int _width;
    private readonly int _height;
    private readonly FloatPlane _padded;
    private readonly FloatPlane _evenColumns;
    private readonly FloatPlane _oddColumns;
    private readonly FloatPlane _sums;
    private int _rowsTaken;
    private int _rowsMade;

    /// <summary>Allocates rows.</summary>
    /// <param name="width">Width of the picture, at least 5.</param>
    /// <param name="height">Its height, at least 5.</param>
    /// <param name="tier">Instruction set to use; all give the same bits.</param>
    public WaveletDecimator(int width, int height, SimdTier tier)
    {
        _tier = tier;
        _width = width;
        _height = height;
        _padded = new FloatPlane(width + (2 * Reach), 1);
        _evenColumns = new FloatPlane(OutputWidth + Length, RingLength);
        _oddColumns = new FloatPlane(OutputWidth + Length, RingLength);
        _sums = new FloatPlane(2 * StretchLength, 1);
    }

    /// <summary>Width of the output: half, rounded up.</summary>
    public int OutputWidth => (_width + 1) / 2;

    /// <summary>Height of the output: half, rounded up.</summary>
    public int OutputHeight => (_height + 1) / 2;

    /// <summary>Whether the rows that the next row of the output needs were all taken.</summary>
    public bool CanMakeRow => _rowsMade < OutputHeight && Math.Min((2 * _rowsMade) + Reach, _height - 1) < _rowsTaken;

    /// <summary>Starts a picture.</summary>
    public void Begin()
    {
        _rowsTaken = 0;
        _rowsMade = 0;
    }

    /// <summary>Takes the next row.</summary>
    /// <param name="row">A row of the picture.</param>
    public void AddRow(float* row)
    {
        float* padded = _padded.Row(0);
        new ReadOnlySpan<float>(row, _width).CopyTo(new Span<float>(padded + Reach, _width));
        for (int x = 0; x < Reach; x++)
        {
            padded[Reach - 1 - x] = row[x];
            padded[Reach + _width + x] = row[_width - 1 - x];
        }

        // Split, so that every second column can be filtered with full registers.
        int pairs = (_width + (2 * Reach)) / 2;
        int slot = _rowsTaken % RingLength;
        RowArithmetic.Split(padded, _evenColumns.Row(slot), _oddColumns.Row(slot), pairs, _tier);
        _evenColumns.Row(slot)[pairs] = padded[2 * pairs];
        _rowsTaken++;
    }

    /// <summary>Makes the next row of the output; only when <see cref="CanMakeRow"/>.</summary>
    /// <param name="destination">Receives <see cref="OutputWidth"/> floats.</param>
    public void MakeRow(float* destination)
    {
        for (int start = 0; start < OutputWidth; start += StretchLength)
        {
            int count = Math.Min(StretchLength, OutputWidth - start);
            new Span<double>(_sums.Row(0), count).Clear();
            for (int distance = -Reach; distance <= Reach; distance++)
            {
                int slot = Mirror((2 * _rowsMade) + distance) % RingLength;
                AddWeighted(Math.Abs(distance), _evenColumns.Row(slot) + start, _oddColumns.Row(slot) + start, count);
            }

            RowArithmetic.Narrow((double*)_sums.Row(0), destination + start, count, _tier);
        }

        _rowsMade++;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _padded.Dispose();
        _evenColumns.Dispose();
        _oddColumns.Dispose();
        _sums.Dispose();
    }

    private int Mirror(int row) => row < 0 ? -1 - row : row >= _height ? (2 * _height) - 1 - row : row;

    /// <summary>Filters a row sideways with the weights of its distance from the middle, and adds to the sums.</summary>
    private void AddWeighted(int distance, float* even, float* odd, int count)
    {
        double* sums = (double*)_sums.Row(0);
        ReadOnlySpan<float> weights = Quarter.AsSpan(distance * (Reach + 1), Reach + 1);
        int done = _tier switch
        {
            SimdTier.Avx512 => AddWeighted<Width512, Vector512<byte>>(even, odd, weights, sums, count),
            SimdTier.Avx2 => AddWeighted<Width256, Vector256<byte>>(even, odd, weights, sums, count),
            SimdTier.Vector128 => AddWeighted<Width128, Vector128<byte>>(even, odd, weights, sums, count),
            _ => 0,
        };
        for (int x = done; x < count; x++)
        {
            double sum = sums[x];
            sum += even[x + 2] * weights[0];
            sum += odd[x + 1] * weights[1];
            sum += odd[x + 2] * weights[1];
            sum += even[x + 1] * weights[2];
            sum += even[x + 3] * weights[2];
            sum += odd[x] * weights[3];
            sum += odd[x + 3] * weights[3];
            sum += even[x] * weights[4];
            sum += even[x + 4] * weights[4];
            sums[x] = sum;
        }
    }

    private static int AddWeighted<TWidth, V>(float* even, float* odd, ReadOnlySpan<float> weights, double* sums, int count)
        where TWidth : struct, ISimdWidth<V>
        where V : struct
    {
        V weight0 = TWidth.BroadcastSingle(weights[0]);
        V weight1 = TWidth.BroadcastSingle(weights[1]);
        V weight2 = TWidth.BroadcastSingle(weights[2]);
        V weight3 = TWidth.BroadcastSingle(weights[3]);
        V weight4 = TWidth.BroadcastSingle(weights[4]);
        int lanes = TWidth.ByteCount / sizeof(float);
        int x = 0;
        for (; x + lanes <= count; x += lanes)
        {
            float* evenSamples = even + x;
            float* oddSamples = odd + x;
            V lower = TWidth.Load(sums + x);
            V upper = TWidth.Load(sums + x + (lanes / 2));
            AddProduct<TWidth, V>(evenSamples + 2, weight0, ref lower, ref upper);
            AddProduct<TWidth, V>(oddSamples + 1, weight1, ref lower, ref upper);
            AddProduct<TWidth, V>(oddSamples + 2, weight1, ref lower, ref upper);
            AddProduct<TWidth, V>(evenSamples + 1, weight2, ref lower, ref upper);
            AddProduct<TWidth, V>(evenSamples + 3, weight2, ref lower, ref upper);
            AddProduct<TWidth, V>(oddSamples, weight3, ref lower, ref upper);
            AddProduct<TWidth, V>(oddSamples + 3, weight3, ref lower, ref upper);
            AddProduct<TWidth, V>(evenSamples, weight4, ref lower, ref upper);
            AddProduct<TWidth, V>(evenSamples + 4, weight4, ref lower, ref upper);
            TWidth.Store(lower, sums + x);
            TWidth.Store(upper, sums + x + (lanes / 2));
        }

        return x;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddProduct<TWidth, V>(float* samples, V weight, ref V lower, ref V upper)
        where TWidth : struct, ISimdWidth<V>
        where V : struct
    {
        lower = TWidth.AddDouble(lower, TWidth.MultiplySingleToDouble(samples, weight));
        upper = TWidth.AddDouble(upper, TWidth.MultiplySingleToDouble(samples + (TWidth.ByteCount / sizeof(double)), weight));
    }
}

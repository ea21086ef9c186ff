using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Vmaf.Engine.Features.SinglePrecision;
using Vmaf.Engine.Simd;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Features.Ssim;

/// <summary>
/// Makes a plane smaller by a whole factor: each output sample is the mean of a box around the input sample it stands for, the picture
/// mirrored at its edges (libvmaf, iqa/decimate.c).
/// </summary>
internal sealed unsafe class BoxDecimator : IDisposable
{
    private readonly SimdTier _tier;
    private readonly int _factor;
    private readonly int _width;
    private readonly int _height;
    private readonly FloatPlane _columnSums;

    /// <summary>Allocates rows.</summary>
    /// <param name="width">Width of the input.</param>
    /// <param name="height">Height of the input.</param>
    /// <param name="factor">How many times smaller the output is; 1 for a plain copy.</param>
    /// <param name="tier">Instruction set to use; all give the same bits.</param>
    public BoxDecimator(int width, int height, int factor, SimdTier tier)
    {
        _tier = tier;
        _factor = factor;
        _width = width;
        _height = height;
        OutputWidth = OutputLength(width, factor);
        OutputHeight = OutputLength(height, factor);
        _columnSums = new FloatPlane(width, 1);
    }

    /// <summary>Width of the output.</summary>
    public int OutputWidth { get; }

    /// <summary>Height of the output.</summary>
    public int OutputHeight { get; }

    /// <summary>What a side shrinks to: an odd side is given one sample more than the quotient.</summary>
    /// <param name="length">Samples of the side.</param>
    /// <param name="factor">How many times smaller it becomes.</param>
    public static int OutputLength(int length, int factor) => factor == 1 ? length : (length / factor) + (length & 1);

    /// <summary>Makes a row of the output.</summary>
    /// <param name="plane">The input.</param>
    /// <param name="y">Row of the output.</param>
    /// <param name="destination">Receives <see cref="OutputWidth"/> floats.</param>
    public void MakeRow(PlaneView plane, int y, float* destination)
    {
        if (_factor == 1)
        {
            SampleRows.ToSingle(plane, y, 0, destination, _tier);
            return;
        }

        byte** rows = stackalloc byte*[_factor];
        for (int tap = 0; tap < _factor; tap++)
        {
            rows[tap] = plane.RowPointer(Mirror((y * _factor) - (_factor / 2) + tap, _height));
        }

        int* sums = (int*)_columnSums.Row(0);
        AddColumns(rows, plane.BytesPerSample, sums);
        float weight = 1f / (_factor * _factor << (plane.BitDepth - 8));
        int inside = Math.Min((_width - _factor + (_factor / 2)) / _factor, OutputWidth - 1);
        destination[0] = MirroredSum(sums, 0) * weight;
        for (int x = 1; x <= inside; x++)
        {
            int* first = sums + ((x * _factor) - (_factor / 2));
            int sum = first[0];
            for (int tap = 1; tap < _factor; tap++)
            {
                sum += first[tap];
            }

            destination[x] = sum * weight;
        }

        for (int x = Math.Max(inside + 1, 1); x < OutputWidth; x++)
        {
            destination[x] = MirroredSum(sums, x) * weight;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _columnSums.Dispose();

    private static int Mirror(int index, int length) => index < 0 ? -1 - index : index >= length ? (2 * length) - 1 - index : index;

    private int MirroredSum(int* sums, int x)
    {
        int sum = 0;
        for (int tap = 0; tap < _factor; tap++)
        {
            sum += sums[Mirror((x * _factor) - (_factor / 2) + tap, _width)];
        }

        return sum;
    }

    /// <summary>Adds up the samples of each column of the rows.</summary>
    private void AddColumns(byte** rows, int bytesPerSample, int* sums)
    {
        int done = _tier switch
        {
            SimdTier.Avx512 => AddColumns<Width512, Vector512<byte>>(rows, bytesPerSample, sums),
            SimdTier.Avx2 => AddColumns<Width256, Vector256<byte>>(rows, bytesPerSample, sums),
            SimdTier.Vector128 => AddColumns<Width128, Vector128<byte>>(rows, bytesPerSample, sums),
            _ => 0,
        };
        for (int x = done; x < _width; x++)
        {
            sums[x] = 0;
            for (int tap = 0; tap < _factor; tap++)
            {
                sums[x] += bytesPerSample == 1 ? rows[tap][x] : ((ushort*)rows[tap])[x];
            }
        }
    }

    private int AddColumns<TWidth, V>(byte** rows, int bytesPerSample, int* sums)
        where TWidth : struct, ISimdWidth<V>
        where V : struct
    {
        int lanes = TWidth.ByteCount / sizeof(int);
        int x = 0;
        for (; x + lanes <= _width; x += lanes)
        {
            V sum = Load<TWidth, V>(rows[0], bytesPerSample, x);
            for (int tap = 1; tap < _factor; tap++)
            {
                sum = TWidth.Add32(sum, Load<TWidth, V>(rows[tap], bytesPerSample, x));
            }

            TWidth.Store(sum, sums + x);
        }

        return x;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Load<TWidth, V>(byte* row, int bytesPerSample, int x)
        where TWidth : struct, ISimdWidth<V>
        where V : struct =>
        bytesPerSample == 1 ? TWidth.LoadWiden8To32(row + x) : TWidth.LoadWiden16To32((ushort*)row + x);
}

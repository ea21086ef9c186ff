using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Vmaf.Engine.Features.SinglePrecision;
using Vmaf.Engine.Simd;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Features.PsnrHvs;

/// <summary>Mean visible error of a plane. The sum is in single precision and in libvmaf's order, block by block.</summary>
internal sealed unsafe class PlaneMeter : IDisposable
{
    private const int ScratchRowCount = 6;

    // Above this depth the transform needs more than 32 bits.
    private const int DeepestVectorBits = 12;

    private readonly ContrastSensitivity _sensitivity;
    private readonly SimdTier _tier;
    private readonly int _bitDepth;
    private readonly int _blocksPerRow;
    private readonly FloatPlane _scratch;

    /// <summary>Allocates rows.</summary>
    /// <param name="width">Width of the plane.</param>
    /// <param name="bitDepth">Bits per sample.</param>
    /// <param name="sensitivity">Sensitivity for the plane.</param>
    /// <param name="tier">Instruction set to use; all give the same bits.</param>
    public PlaneMeter(int width, int bitDepth, ContrastSensitivity sensitivity, SimdTier tier)
    {
        _sensitivity = sensitivity;
        _tier = bitDepth > DeepestVectorBits ? SimdTier.Scalar : tier;
        _bitDepth = bitDepth;
        _blocksPerRow = BlockGrid.Count(width);
        _scratch = new FloatPlane(ContrastSensitivity.CoefficientCount * BlockLoader.Count, ScratchRowCount);
    }

    /// <summary>Mean squared visible error, relative to the largest sample.</summary>
    /// <param name="reference">A plane.</param>
    /// <param name="distorted">The plane of the other picture.</param>
    public double MeanError(PlaneView reference, PlaneView distorted)
    {
        int blockRows = BlockGrid.Count(reference.Height);
        float sum = 0;
        for (int blockRow = 0; blockRow < blockRows; blockRow++)
        {
            int y = blockRow * BlockGrid.Step;
            sum = _tier switch
            {
                SimdTier.Avx512 => AddBlockRow<Width512, Vector512<byte>>(sum, reference, distorted, y),
                SimdTier.Avx2 => AddBlockRow<Width256, Vector256<byte>>(sum, reference, distorted, y),
                SimdTier.Vector128 => AddBlockRow<Width128, Vector128<byte>>(sum, reference, distorted, y),
                _ when _bitDepth > DeepestVectorBits => AddBlockRow<long>(sum, reference, distorted, y),
                _ => AddBlockRow<int>(sum, reference, distorted, y),
            };
        }

        long largest = (1L << _bitDepth) - 1;
        sum /= blockRows * _blocksPerRow * ContrastSensitivity.CoefficientCount;
        sum /= largest * largest;
        return sum;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _scratch.Dispose();
    }

    private float AddBlockRow<TInteger>(float sum, PlaneView reference, PlaneView distorted, int y)
        where TInteger : unmanaged, System.Numerics.IBinaryInteger<TInteger>
    {
        var referenceBlock = new Span<TInteger>(_scratch.Row(0), ContrastSensitivity.CoefficientCount);
        var distortedBlock = new Span<TInteger>(_scratch.Row(1), ContrastSensitivity.CoefficientCount);
        var errors = new Span<float>(_scratch.Row(2), ContrastSensitivity.CoefficientCount);
        for (int block = 0; block < _blocksPerRow; block++)
        {
            ScalarBlock.Load(reference, block * BlockGrid.Step, y, referenceBlock);
            ScalarBlock.Load(distorted, block * BlockGrid.Step, y, distortedBlock);
            ScalarBlock.VisibleErrors(referenceBlock, distortedBlock, _sensitivity, errors);
            foreach (float error in errors)
            {
                sum += error;
            }
        }

        return sum;
    }

    private float AddBlockRow<TWidth, V>(float sum, PlaneView reference, PlaneView distorted, int y)
        where TWidth : struct, ISimdWidth<V>
        where V : struct
    {
        int lanes = TWidth.ByteCount / sizeof(int);
        ushort* referenceSamples = (ushort*)_scratch.Row(0);
        ushort* distortedSamples = (ushort*)_scratch.Row(1);
        var scratch = new BlockScratch((int*)_scratch.Row(2), (int*)_scratch.Row(3), (int*)_scratch.Row(4), _scratch.Row(5));
        for (int block = 0; block < _blocksPerRow; block += BlockLoader.Count)
        {
            BlockLoader.Load(reference, y, block, _blocksPerRow, referenceSamples);
            BlockLoader.Load(distorted, y, block, _blocksPerRow, distortedSamples);
            for (int first = 0; first < BlockLoader.Count && block + first < _blocksPerRow; first += lanes)
            {
                int visible = VectorBlocks<TWidth, V>.VisibleErrors(referenceSamples + first, distortedSamples + first, _sensitivity, scratch);
                int count = Math.Min(lanes, _blocksPerRow - block - first);
                for (int lane = 0; lane < count; lane++)
                {
                    sum = AddColumn(sum, scratch.Errors + lane, lanes, visible);
                }
            }
        }

        return sum;
    }

    /// <summary>Adds the errors of one block, eight a turn: the chain of additions leaves no time for index arithmetic.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float AddColumn(float sum, float* errors, int distance, int count)
    {
        for (; count >= 8; count -= 8)
        {
            sum += errors[0];
            sum += errors[distance];
            sum += errors[2 * distance];
            sum += errors[3 * distance];
            sum += errors[4 * distance];
            sum += errors[5 * distance];
            sum += errors[6 * distance];
            sum += errors[7 * distance];
            errors += 8 * distance;
        }

        for (; count > 0; count--)
        {
            sum += errors[0];
            errors += distance;
        }

        return sum;
    }
}

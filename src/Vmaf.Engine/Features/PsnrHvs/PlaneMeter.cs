using System.Runtime.Intrinsics;
using Vmaf.Engine.Features.SinglePrecision;
using Vmaf.Engine.Simd;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Features.PsnrHvs;

/// <summary>Mean visible error of a plane. The sum is in single precision and in libvmaf's order, block by block.</summary>
internal sealed unsafe class PlaneMeter : IDisposable
{
    // Above this depth the transform needs more than 32 bits.
    private const int DeepestVectorBits = 12;

    private readonly ContrastSensitivity _sensitivity;
    private readonly SimdTier _tier;
    private readonly int _bitDepth;
    private readonly int _blocksPerRow;
    private readonly FloatPlane _referenceColumns;
    private readonly FloatPlane _distortedColumns;
    private readonly FloatPlane _blocks;

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
        _referenceColumns = new FloatPlane(_blocksPerRow + 1, BlockGrid.BlockSide * BlockGrid.Step);
        _distortedColumns = new FloatPlane(_blocksPerRow + 1, BlockGrid.BlockSide * BlockGrid.Step);
        _blocks = new FloatPlane(ContrastSensitivity.CoefficientCount * sizeof(long) / sizeof(float) * 16, 3);
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
        _referenceColumns.Dispose();
        _distortedColumns.Dispose();
        _blocks.Dispose();
    }

    private float AddBlockRow<TInteger>(float sum, PlaneView reference, PlaneView distorted, int y)
        where TInteger : unmanaged, System.Numerics.IBinaryInteger<TInteger>
    {
        var referenceBlock = new Span<TInteger>(_blocks.Row(0), ContrastSensitivity.CoefficientCount);
        var distortedBlock = new Span<TInteger>(_blocks.Row(1), ContrastSensitivity.CoefficientCount);
        var errors = new Span<float>(_blocks.Row(2), ContrastSensitivity.CoefficientCount);
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
        ColumnSplitter.Split(reference, y, _blocksPerRow, _referenceColumns);
        ColumnSplitter.Split(distorted, y, _blocksPerRow, _distortedColumns);
        float* errors = _blocks.Row(2);
        for (int block = 0; block < _blocksPerRow; block += lanes)
        {
            VectorBlocks<TWidth, V>.Load(_referenceColumns, block, (int*)_blocks.Row(0));
            VectorBlocks<TWidth, V>.Load(_distortedColumns, block, (int*)_blocks.Row(1));
            VectorBlocks<TWidth, V>.VisibleErrors((int*)_blocks.Row(0), (int*)_blocks.Row(1), _sensitivity, errors);
            int count = Math.Min(lanes, _blocksPerRow - block);
            for (int lane = 0; lane < count; lane++)
            {
                for (int coefficient = 0; coefficient < ContrastSensitivity.CoefficientCount; coefficient++)
                {
                    sum += errors[(coefficient * lanes) + lane];
                }
            }
        }

        return sum;
    }
}

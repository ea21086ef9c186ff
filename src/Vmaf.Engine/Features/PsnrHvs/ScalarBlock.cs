using System.Numerics;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Features.PsnrHvs;

/// <summary>One block at a time: the reference for <see cref="VectorBlocks{TWidth,V}"/>, and with 64 bits the way for deep samples.</summary>
internal static unsafe class ScalarBlock
{
    private const int Side = BlockGrid.BlockSide;
    private const int QuarterCount = 4;

    // Sums of squares to variances, in single precision.
    private const float BlockVarianceFactor = 1 / 63.0f * 64;
    private const float QuarterVarianceFactor = 1 / 15.0f * 16;

    /// <summary>Copies a block.</summary>
    /// <typeparam name="TInteger">Type of the block's numbers.</typeparam>
    /// <param name="plane">The samples.</param>
    /// <param name="x">First column.</param>
    /// <param name="y">First row.</param>
    /// <param name="block">Receives the block, row after row.</param>
    public static void Load<TInteger>(PlaneView plane, int x, int y, Span<TInteger> block)
        where TInteger : unmanaged, IBinaryInteger<TInteger>
    {
        for (int index = 0; index < block.Length; index++)
        {
            byte* row = plane.RowPointer(y + (index / Side));
            int column = x + (index % Side);
            block[index] = TInteger.CreateTruncating(plane.BytesPerSample == 1 ? row[column] : ((ushort*)row)[column]);
        }
    }

    /// <summary>Squared visible error of each coefficient. Both blocks are transformed in place.</summary>
    /// <typeparam name="TInteger">Type of the blocks' numbers.</typeparam>
    /// <param name="reference">A block of samples.</param>
    /// <param name="distorted">The block of the other picture.</param>
    /// <param name="sensitivity">Sensitivity for the plane.</param>
    /// <param name="errors">Receives the errors.</param>
    public static void VisibleErrors<TInteger>(
        Span<TInteger> reference, Span<TInteger> distorted, ContrastSensitivity sensitivity, Span<float> errors)
        where TInteger : unmanaged, IBinaryInteger<TInteger>
    {
        float threshold = MathF.Max(Transform(reference, sensitivity), Transform(distorted, sensitivity));
        for (int index = 0; index < errors.Length; index++)
        {
            float error = float.CreateTruncating(TInteger.Abs(reference[index] - distorted[index]));
            if (index > 0)
            {
                float masked = threshold / sensitivity.MaskingWeights[index];
                error = error < masked ? 0 : error - masked;
            }

            float weighted = error * sensitivity.Weights[index];
            errors[index] = weighted * weighted;
        }
    }

    /// <summary>Transforms a block and returns its masking threshold.</summary>
    private static float Transform<TInteger>(Span<TInteger> block, ContrastSensitivity sensitivity)
        where TInteger : unmanaged, IBinaryInteger<TInteger>
    {
        float detail = RelativeDetail<TInteger>(block);
        CosineTransform.Forward(block);
        float energy = 0;
        for (int index = 1; index < block.Length; index++)
        {
            energy += float.CreateTruncating(block[index] * block[index]) * sensitivity.MaskingWeights[index];
        }

        return MathF.Sqrt(energy * detail) / 32f;
    }

    /// <summary>Variance of the quarters of a block over that of the whole block; small where a single edge makes the variance.</summary>
    private static float RelativeDetail<TInteger>(ReadOnlySpan<TInteger> block)
        where TInteger : unmanaged, IBinaryInteger<TInteger>
    {
        float mean = 0;
        Span<float> quarterMeans = stackalloc float[QuarterCount];
        for (int index = 0; index < block.Length; index++)
        {
            float sample = float.CreateTruncating(block[index]);
            mean += sample;
            quarterMeans[Quarter(index)] += sample;
        }

        mean /= 64f;
        float variance = 0;
        Span<float> quarterVariances = stackalloc float[QuarterCount];
        for (int index = 0; index < block.Length; index++)
        {
            float sample = float.CreateTruncating(block[index]);
            float difference = sample - mean;
            float quarterDifference = sample - (quarterMeans[Quarter(index)] / 16f);
            variance += difference * difference;
            quarterVariances[Quarter(index)] += quarterDifference * quarterDifference;
        }

        variance *= BlockVarianceFactor;
        float quarters = (quarterVariances[0] * QuarterVarianceFactor) + (quarterVariances[1] * QuarterVarianceFactor);
        quarters += quarterVariances[2] * QuarterVarianceFactor;
        quarters += quarterVariances[3] * QuarterVarianceFactor;
        return variance > 0 ? quarters / variance : variance;
    }

    /// <summary>Upper left, lower left, upper right, lower right.</summary>
    private static int Quarter(int index) => (index / Side / 4) + (index % Side / 4 * 2);
}

using System.Runtime.Intrinsics;
using Vmaf.Engine.Features.SinglePrecision;
using Vmaf.Engine.Simd;

namespace Vmaf.Engine.Features.Ssim;

/// <summary>The parts of SSIM that work sample by sample.</summary>
internal static unsafe class SsimRows
{
    // (K · L)² for K 0.01 and 0.03 and a dynamic range of 255, in single precision.
    private const float LuminanceConstant = (0.01f * 255) * (0.01f * 255);
    private const float ContrastConstant = (0.03f * 255) * (0.03f * 255);
    private const float StructureConstant = ContrastConstant / 2f;

    /// <summary>The three terms of SSIM and their product, in libvmaf's mixture of single and double precision.</summary>
    /// <param name="moments">Means of reference and distorted, of their squares, and of their product: a row each.</param>
    /// <param name="terms">Receives luminance, contrast, structure and similarity: a row of doubles each.</param>
    /// <param name="count">Number of windows.</param>
    /// <param name="tier">Instruction set to use; all give the same bits.</param>
    public static void Terms(FloatPlane moments, FloatPlane terms, int count, SimdTier tier)
    {
        int done = tier switch
        {
            SimdTier.Avx512 => Terms<Width512, Vector512<byte>>(moments, terms, count),
            SimdTier.Avx2 => Terms<Width256, Vector256<byte>>(moments, terms, count),
            SimdTier.Vector128 => Terms<Width128, Vector128<byte>>(moments, terms, count),
            _ => 0,
        };
        for (int x = done; x < count; x++)
        {
            float referenceMean = moments.Row(0)[x];
            float distortedMean = moments.Row(1)[x];
            float referenceVariance = MathF.Max(0f, moments.Row(2)[x] - (referenceMean * referenceMean));
            float distortedVariance = MathF.Max(0f, moments.Row(3)[x] - (distortedMean * distortedMean));
            float covariance = moments.Row(4)[x] - (referenceMean * distortedMean);
            float deviations = MathF.Sqrt(referenceVariance * distortedVariance);

            // Rounding can make the covariance of two flat areas negative.
            covariance = covariance < 0f && deviations <= 0f ? 0f : covariance;
            float meanSquares = (referenceMean * referenceMean) + (distortedMean * distortedMean) + LuminanceConstant;
            double luminance = ((2.0 * referenceMean * distortedMean) + LuminanceConstant) / meanSquares;
            double contrast = ((2.0 * deviations) + ContrastConstant) / (referenceVariance + distortedVariance + ContrastConstant);
            double structure = (covariance + StructureConstant) / (deviations + StructureConstant);
            ((double*)terms.Row(0))[x] = luminance;
            ((double*)terms.Row(1))[x] = contrast;
            ((double*)terms.Row(2))[x] = structure;
            ((double*)terms.Row(3))[x] = luminance * contrast * structure;
        }
    }

    private static int Terms<TWidth, V>(FloatPlane moments, FloatPlane terms, int count)
        where TWidth : struct, ISimdWidth<V>
        where V : struct
    {
        V zero = TWidth.Zero();
        V luminanceConstant = TWidth.BroadcastSingle(LuminanceConstant);
        V contrastConstant = TWidth.BroadcastSingle(ContrastConstant);
        V structureConstant = TWidth.BroadcastSingle(StructureConstant);
        int lanes = TWidth.ByteCount / sizeof(float);
        int x = 0;
        for (; x + lanes <= count; x += lanes)
        {
            V referenceMean = TWidth.Load(moments.Row(0) + x);
            V distortedMean = TWidth.Load(moments.Row(1) + x);
            V referenceSquare = TWidth.MultiplySingle(referenceMean, referenceMean);
            V distortedSquare = TWidth.MultiplySingle(distortedMean, distortedMean);
            V referenceVariance = TWidth.MaxSingle(TWidth.SubtractSingle(TWidth.Load(moments.Row(2) + x), referenceSquare), zero);
            V distortedVariance = TWidth.MaxSingle(TWidth.SubtractSingle(TWidth.Load(moments.Row(3) + x), distortedSquare), zero);
            V covariance = TWidth.SubtractSingle(TWidth.Load(moments.Row(4) + x), TWidth.MultiplySingle(referenceMean, distortedMean));
            V deviations = TWidth.SquareRootSingle(TWidth.MultiplySingle(referenceVariance, distortedVariance));
            V flat = TWidth.And(TWidth.GreaterThanSingle(zero, covariance), TWidth.GreaterThanOrEqualSingle(zero, deviations));
            covariance = TWidth.AndNot(covariance, flat);

            V meanSquares = TWidth.AddSingle(TWidth.AddSingle(referenceSquare, distortedSquare), luminanceConstant);
            V variances = TWidth.AddSingle(TWidth.AddSingle(referenceVariance, distortedVariance), contrastConstant);
            V structure = TWidth.DivideSingle(TWidth.AddSingle(covariance, structureConstant), TWidth.AddSingle(deviations, structureConstant));
            StoreTerms<TWidth, V>(
                terms,
                x,
                TWidth.ConvertLowerSingleToDouble(referenceMean),
                TWidth.ConvertLowerSingleToDouble(distortedMean),
                TWidth.ConvertLowerSingleToDouble(meanSquares),
                TWidth.ConvertLowerSingleToDouble(deviations),
                TWidth.ConvertLowerSingleToDouble(variances),
                TWidth.ConvertLowerSingleToDouble(structure));
            StoreTerms<TWidth, V>(
                terms,
                x + (lanes / 2),
                TWidth.ConvertUpperSingleToDouble(referenceMean),
                TWidth.ConvertUpperSingleToDouble(distortedMean),
                TWidth.ConvertUpperSingleToDouble(meanSquares),
                TWidth.ConvertUpperSingleToDouble(deviations),
                TWidth.ConvertUpperSingleToDouble(variances),
                TWidth.ConvertUpperSingleToDouble(structure));
        }

        return x;
    }

    private static void StoreTerms<TWidth, V>(
        FloatPlane terms, int x, V referenceMean, V distortedMean, V meanSquares, V deviations, V variances, V structure)
        where TWidth : struct, ISimdWidth<V>
        where V : struct
    {
        V two = TWidth.BroadcastDouble(2);
        V means = TWidth.MultiplyDouble(TWidth.MultiplyDouble(two, referenceMean), distortedMean);
        V luminance = TWidth.DivideDouble(TWidth.AddDouble(means, TWidth.BroadcastDouble(LuminanceConstant)), meanSquares);
        V contrast = TWidth.DivideDouble(
            TWidth.AddDouble(TWidth.MultiplyDouble(two, deviations), TWidth.BroadcastDouble(ContrastConstant)), variances);
        TWidth.Store(luminance, (double*)terms.Row(0) + x);
        TWidth.Store(contrast, (double*)terms.Row(1) + x);
        TWidth.Store(structure, (double*)terms.Row(2) + x);
        TWidth.Store(TWidth.MultiplyDouble(TWidth.MultiplyDouble(luminance, contrast), structure), (double*)terms.Row(3) + x);
    }
}

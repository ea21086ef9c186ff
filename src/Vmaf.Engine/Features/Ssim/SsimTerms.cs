using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Vmaf.Engine.Features.SinglePrecision;
using Vmaf.Engine.Simd;

namespace Vmaf.Engine.Features.Ssim;

/// <summary>The three terms of SSIM, from the local moments. Single precision: its rounding is not one-sided and averages out.</summary>
internal static unsafe class SsimTerms
{
    /// <summary>The three terms and their product.</summary>
    public const int Count = 4;

    /// <summary>Row of the sums of each.</summary>
    public const int Luminance = 0;
    public const int Contrast = 1;
    public const int Structure = 2;
    public const int Similarity = 3;

    // (K · L)² for K 0.01 and 0.03 and a dynamic range of 255, in single precision.
    private const float LuminanceConstant = (0.01f * 255) * (0.01f * 255);
    private const float ContrastConstant = (0.03f * 255) * (0.03f * 255);
    private const float StructureConstant = ContrastConstant / 2f;

    /// <summary>Adds the terms of windows to <see cref="LaneSums.Count"/> sums each, window i to sum i mod 8.</summary>
    /// <param name="moments">The <see cref="LocalMoments"/>, a row each.</param>
    /// <param name="count">Number of windows.</param>
    /// <param name="sums">A row of doubles for each term.</param>
    /// <param name="tier">Instruction set to use; all give the same bits.</param>
    public static void Add(FloatPlane moments, int count, FloatPlane sums, SimdTier tier)
    {
        int done = tier switch
        {
            SimdTier.Avx512 => Add<Width512, Vector512<byte>>(moments, count, sums),
            SimdTier.Avx2 => Add<Width256, Vector256<byte>>(moments, count, sums),
            SimdTier.Vector128 => Add<Width128, Vector128<byte>>(moments, count, sums),
            _ => 0,
        };
        for (int x = done; x < count; x++)
        {
            float referenceMean = moments.Row(0)[x];
            float distortedMean = moments.Row(1)[x];
            float referenceSquare = referenceMean * referenceMean;
            float distortedSquare = distortedMean * distortedMean;
            float meanProduct = referenceMean * distortedMean;
            float referenceVariance = LocalMoments.Variance(moments.Row(2)[x], referenceSquare);
            float distortedVariance = LocalMoments.Variance(moments.Row(3)[x], distortedSquare);
            float covariance = moments.Row(4)[x] - meanProduct;
            float deviations = MathF.Sqrt(referenceVariance * distortedVariance);

            // Rounding can make the covariance of two flat areas negative.
            covariance = covariance < 0f && deviations <= 0f ? 0f : covariance;
            float luminance = ((meanProduct + meanProduct) + LuminanceConstant) / ((referenceSquare + distortedSquare) + LuminanceConstant);
            float contrast = ((deviations + deviations) + ContrastConstant) / ((referenceVariance + distortedVariance) + ContrastConstant);
            float structure = (covariance + StructureConstant) / (deviations + StructureConstant);
            int sum = x % LaneSums.Count;
            ((double*)sums.Row(Luminance))[sum] += luminance;
            ((double*)sums.Row(Contrast))[sum] += contrast;
            ((double*)sums.Row(Structure))[sum] += structure;
            ((double*)sums.Row(Similarity))[sum] += (double)luminance * contrast * structure;
        }
    }

    private static int Add<TWidth, V>(FloatPlane moments, int count, FloatPlane sums)
        where TWidth : struct, ISimdWidth<V>
        where V : struct
    {
        float* referenceMeans = moments.Row(0);
        float* distortedMeans = moments.Row(1);
        float* referenceSquares = moments.Row(2);
        float* distortedSquares = moments.Row(3);
        float* products = moments.Row(4);
        V zero = TWidth.Zero();
        V luminanceConstant = TWidth.BroadcastSingle(LuminanceConstant);
        V contrastConstant = TWidth.BroadcastSingle(ContrastConstant);
        V structureConstant = TWidth.BroadcastSingle(StructureConstant);
        int lanes = TWidth.ByteCount / sizeof(float);
        int x = 0;
        for (; x + lanes <= count; x += lanes)
        {
            V referenceMean = TWidth.Load(referenceMeans + x);
            V distortedMean = TWidth.Load(distortedMeans + x);
            V referenceSquare = TWidth.MultiplySingle(referenceMean, referenceMean);
            V distortedSquare = TWidth.MultiplySingle(distortedMean, distortedMean);
            V meanProduct = TWidth.MultiplySingle(referenceMean, distortedMean);
            V referenceVariance = LocalMoments.Variance<TWidth, V>(TWidth.Load(referenceSquares + x), referenceSquare);
            V distortedVariance = LocalMoments.Variance<TWidth, V>(TWidth.Load(distortedSquares + x), distortedSquare);
            V covariance = TWidth.SubtractSingle(TWidth.Load(products + x), meanProduct);
            V deviations = TWidth.SquareRootSingle(TWidth.MultiplySingle(referenceVariance, distortedVariance));
            V flat = TWidth.And(TWidth.GreaterThanSingle(zero, covariance), TWidth.GreaterThanOrEqualSingle(zero, deviations));
            covariance = TWidth.AndNot(covariance, flat);
            V luminance = TWidth.DivideSingle(
                TWidth.AddSingle(TWidth.AddSingle(meanProduct, meanProduct), luminanceConstant),
                TWidth.AddSingle(TWidth.AddSingle(referenceSquare, distortedSquare), luminanceConstant));
            V contrast = TWidth.DivideSingle(
                TWidth.AddSingle(TWidth.AddSingle(deviations, deviations), contrastConstant),
                TWidth.AddSingle(TWidth.AddSingle(referenceVariance, distortedVariance), contrastConstant));
            V structure = TWidth.DivideSingle(TWidth.AddSingle(covariance, structureConstant), TWidth.AddSingle(deviations, structureConstant));
            AddHalf<TWidth, V>(
                sums,
                x % LaneSums.Count,
                TWidth.ConvertLowerSingleToDouble(luminance),
                TWidth.ConvertLowerSingleToDouble(contrast),
                TWidth.ConvertLowerSingleToDouble(structure));
            AddHalf<TWidth, V>(
                sums,
                (x + (lanes / 2)) % LaneSums.Count,
                TWidth.ConvertUpperSingleToDouble(luminance),
                TWidth.ConvertUpperSingleToDouble(contrast),
                TWidth.ConvertUpperSingleToDouble(structure));
        }

        return x;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddHalf<TWidth, V>(FloatPlane sums, int sum, V luminance, V contrast, V structure)
        where TWidth : struct, ISimdWidth<V>
        where V : struct
    {
        AddTo<TWidth, V>((double*)sums.Row(Luminance) + sum, luminance);
        AddTo<TWidth, V>((double*)sums.Row(Contrast) + sum, contrast);
        AddTo<TWidth, V>((double*)sums.Row(Structure) + sum, structure);
        AddTo<TWidth, V>((double*)sums.Row(Similarity) + sum, TWidth.MultiplyDouble(TWidth.MultiplyDouble(luminance, contrast), structure));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddTo<TWidth, V>(double* sums, V values)
        where TWidth : struct, ISimdWidth<V>
        where V : struct =>
        TWidth.Store(TWidth.AddDouble(TWidth.Load(sums), values), sums);
}

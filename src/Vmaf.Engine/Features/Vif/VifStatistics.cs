using System.Numerics;
using System.Runtime.CompilerServices;
using Vmaf.Engine.Simd;

namespace Vmaf.Engine.Features.Vif;

/// <summary>
/// From filtered samples and squares to sums of information. The order of the samples does not matter. Three short loops over a buffer
/// that stays in the first-level cache: variances and gains; the logarithms that all gain limits share; those of each limit.
/// </summary>
/// <typeparam name="TWidth">Register width.</typeparam>
/// <typeparam name="V">The register.</typeparam>
internal sealed unsafe class VifStatistics<TWidth, V>
    where TWidth : struct, ISimdWidth<V>
    where V : struct
{
    private readonly double[] _gainLimits;
    private readonly byte* _variances;
    private readonly byte* _noises;
    private readonly byte* _gains;
    private readonly byte* _doubles;

    /// <summary>Creates the buffers.</summary>
    /// <param name="scratch">Memory of <see cref="SizeInBytes"/>.</param>
    /// <param name="registers">The most registers of samples in a call.</param>
    /// <param name="gainLimits">The gain limits for which numerators are summed.</param>
    public VifStatistics(VifScratch scratch, int registers, IReadOnlyList<double> gainLimits)
    {
        _gainLimits = [.. gainLimits];
        nint size = (nint)registers * TWidth.ByteCount;
        _variances = scratch.Take(size);
        _noises = scratch.Take(size);
        _gains = scratch.Take(2 * size);
        _doubles = scratch.Take(2 * size);
    }

    /// <summary>Memory that the buffers take.</summary>
    /// <param name="registers">The most registers of samples in a call.</param>
    public static nint SizeInBytes(int registers)
    {
        nint size = (nint)registers * TWidth.ByteCount;
        return (2 * VifScratch.Align(size)) + (2 * VifScratch.Align(2 * size));
    }

    /// <summary>Adds samples to the sums of a scale.</summary>
    /// <param name="planes">
    /// Filtered reference and distorted samples, unrounded, then squares of both and products, rounded; all 2^31 too small.
    /// </param>
    /// <param name="planeStride">Bytes from a plane to the next.</param>
    /// <param name="registers">Registers in each plane.</param>
    /// <param name="sums">What is added to.</param>
    public void Add(byte* planes, nint planeStride, int registers, VifSums sums)
    {
        int kept = FindGains(planes, planeStride, registers, sums);
        if (kept == 0)
        {
            return;
        }

        long noiseLog = AddSharedLogs(kept, sums);
        for (int limit = 0; limit < _gainLimits.Length; limit++)
        {
            sums.NumeratorLogs[limit] += SumSignalLogs(kept, _gainLimits[limit]) - noiseLog;
        }
    }

    /// <summary>The upper 32 bits of products of unsigned lanes, rounded, and 2^31 too large.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V MultiplyHigh(V a, V b, V aOdd, V bOdd)
    {
        V half = TWidth.Broadcast64(long.MinValue + (1L << 31));
        V even = TWidth.ShiftRightLogical64(TWidth.Add64(TWidth.MultiplyEvenUnsigned32(a, b), half), 32);
        V odd = TWidth.Add64(TWidth.MultiplyEvenUnsigned32(aOdd, bOdd), half);
        return TWidth.Or(even, TWidth.And(odd, TWidth.Broadcast64(unchecked((long)0xFFFFFFFF00000000))));
    }

    /// <summary>
    /// Variances and covariances; flat samples are summed at once. Registers with any sample that is not flat are kept, with gains and
    /// noises.
    /// </summary>
    /// <returns>Number of registers kept.</returns>
    [MethodImpl(JitHint.FullyAtOnce)]
    private int FindGains(byte* planes, nint planeStride, int registers, VifSums sums)
    {
        byte* variances = _variances;
        byte* noises = _noises;
        byte* gains = _gains;
        byte* doubles = _doubles;
        byte* squares = planes + (VifPlaneOrder.ReferenceSquareLow * planeStride);
        nint kept = 0;
        V flatVariance = TWidth.Zero();
        int flatCount = 0;
        uint allLanes = (uint)((1UL << (TWidth.ByteCount / sizeof(int))) - 1);
        for (nint at = 0; at < (nint)registers * TWidth.ByteCount; at += TWidth.ByteCount)
        {
            V referenceMean = TWidth.Xor(TWidth.Load(planes + at), TWidth.Broadcast32(int.MinValue));
            V distortedMean = TWidth.Xor(TWidth.Load(planes + planeStride + at), TWidth.Broadcast32(int.MinValue));
            V referenceMeanOdd = TWidth.ShiftRightLogical64(referenceMean, 32);
            V distortedMeanOdd = TWidth.ShiftRightLogical64(distortedMean, 32);
            V reference = TWidth.Subtract32(
                TWidth.Load(squares + at),
                MultiplyHigh(referenceMean, referenceMean, referenceMeanOdd, referenceMeanOdd));
            V distorted = TWidth.Max32(
                TWidth.Subtract32(
                    TWidth.Load(squares + planeStride + at),
                    MultiplyHigh(distortedMean, distortedMean, distortedMeanOdd, distortedMeanOdd)),
                TWidth.Zero());
            V covariance = TWidth.Subtract32(
                TWidth.Load(squares + (2 * planeStride) + at),
                MultiplyHigh(referenceMean, distortedMean, referenceMeanOdd, distortedMeanOdd));

            V informative = TWidth.GreaterThan32(reference, TWidth.Broadcast32(VifArithmetic.NoiseVariance - 1));
            uint informativeLanes = TWidth.MaskBits32(informative);
            if (informativeLanes != allLanes)
            {
                V flat = TWidth.AndNot(distorted, informative);
                flatVariance = TWidth.Add64(
                    flatVariance,
                    TWidth.Add64(TWidth.And(flat, TWidth.Broadcast64(0xFFFFFFFF)), TWidth.ShiftRightLogical64(flat, 32)));
                flatCount += BitOperations.PopCount(informativeLanes ^ allLanes);
                if (informativeLanes == 0)
                {
                    continue;
                }
            }

            // Where the reference is flat, its variance becomes 0, whose logarithm is that of the noise alone, which is taken off for all
            // samples below. Where there is no signal, the covariance becomes 0, then the gain, and the logarithms of signal and noise and
            // of noise alone cancel.
            reference = TWidth.And(reference, informative);
            covariance = TWidth.And(
                TWidth.Max32(covariance, TWidth.Zero()),
                TWidth.And(informative, TWidth.GreaterThan32(distorted, TWidth.Zero())));
            V epsilon = TWidth.BroadcastDouble(VifArithmetic.VarianceEpsilon);
            V covarianceLower = TWidth.ConvertLowerInt32ToDouble(covariance);
            V covarianceUpper = TWidth.ConvertUpperInt32ToDouble(covariance);
            V referenceLower = TWidth.ConvertLowerInt32ToDouble(reference);
            V referenceUpper = TWidth.ConvertUpperInt32ToDouble(reference);
            V gainLower = TWidth.DivideDouble(covarianceLower, TWidth.AddDouble(referenceLower, epsilon));
            V gainUpper = TWidth.DivideDouble(covarianceUpper, TWidth.AddDouble(referenceUpper, epsilon));
            TWidth.Store(referenceLower, doubles + (2 * kept));
            TWidth.Store(referenceUpper, doubles + (2 * kept) + TWidth.ByteCount);
            V residual = TWidth.TruncateDoublesToInt32(
                TWidth.SubtractDouble(TWidth.ConvertLowerInt32ToDouble(distorted), TWidth.MultiplyDouble(gainLower, covarianceLower)),
                TWidth.SubtractDouble(TWidth.ConvertUpperInt32ToDouble(distorted), TWidth.MultiplyDouble(gainUpper, covarianceUpper)));
            TWidth.Store(gainLower, gains + (2 * kept));
            TWidth.Store(gainUpper, gains + (2 * kept) + TWidth.ByteCount);
            TWidth.Store(reference, variances + kept);
            TWidth.Store(
                TWidth.Add32(TWidth.Max32(residual, TWidth.Zero()), TWidth.Broadcast32(VifArithmetic.NoiseVariance)),
                noises + kept);
            kept += TWidth.ByteCount;
        }

        // Summed up before the call, which registers do not outlive.
        long flatVarianceSum = TWidth.Sum64(flatVariance);
        sums.FlatVariance += flatVarianceSum;
        sums.FlatCount += flatCount;
        sums.DenominatorLog -= (kept / sizeof(int)) * (VifVectorLog<TWidth, V>.Bias + VifArithmetic.NoiseVarianceLog);
        return (int)(kept / TWidth.ByteCount);
    }

    /// <summary>Adds the logarithms of the reference (with their bias, which is already taken off).</summary>
    /// <returns>Sum of the logarithms of the noise, with their bias.</returns>
    [MethodImpl(JitHint.FullyAtOnce)]
    private long AddSharedLogs(int registers, VifSums sums)
    {
        float* segments = VifLogSegments.Tables;
        byte* variances = _variances;
        byte* noises = _noises;
        V referenceOctaves = TWidth.Zero();
        V referenceFractions = TWidth.Zero();
        V noiseOctaves = TWidth.Zero();
        V noiseFractions = TWidth.Zero();
        for (nint at = 0; at < (nint)registers * TWidth.ByteCount; at += TWidth.ByteCount)
        {
            V noisy = TWidth.Add32(TWidth.Load(variances + at), TWidth.Broadcast32(VifArithmetic.NoiseVariance));
            VifVectorLog<TWidth, V>.Add(noisy, segments, ref referenceOctaves, ref referenceFractions);
            VifVectorLog<TWidth, V>.Add(TWidth.Load(noises + at), segments, ref noiseOctaves, ref noiseFractions);
        }

        long referenceLog = VifVectorLog<TWidth, V>.Sum(referenceOctaves, referenceFractions);
        long noiseLog = VifVectorLog<TWidth, V>.Sum(noiseOctaves, noiseFractions);
        sums.DenominatorLog += referenceLog;
        return noiseLog;
    }

    /// <summary>Sum of the logarithms of signal and noise together, with their bias.</summary>
    [MethodImpl(JitHint.FullyAtOnce)]
    private long SumSignalLogs(int registers, double gainLimit)
    {
        float* segments = VifLogSegments.Tables;
        byte* noises = _noises;
        byte* gains = _gains;
        byte* doubles = _doubles;
        V limit = TWidth.BroadcastDouble(gainLimit);
        V octaves = TWidth.Zero();
        V fractions = TWidth.Zero();
        for (nint at = 0; at < (nint)registers * TWidth.ByteCount; at += TWidth.ByteCount)
        {
            V lower = TWidth.MinDouble(TWidth.Load(gains + (2 * at)), limit);
            V upper = TWidth.MinDouble(TWidth.Load(gains + (2 * at) + TWidth.ByteCount), limit);
            V signal = TWidth.TruncateDoublesToInt32(
                TWidth.MultiplyDouble(TWidth.MultiplyDouble(lower, lower), TWidth.Load(doubles + (2 * at))),
                TWidth.MultiplyDouble(TWidth.MultiplyDouble(upper, upper), TWidth.Load(doubles + (2 * at) + TWidth.ByteCount)));
            VifVectorLog<TWidth, V>.Add(TWidth.Add32(signal, TWidth.Load(noises + at)), segments, ref octaves, ref fractions);
        }

        return VifVectorLog<TWidth, V>.Sum(octaves, fractions);
    }
}

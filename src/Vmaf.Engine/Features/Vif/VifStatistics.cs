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
    private readonly byte* _signalMasks;
    private readonly byte* _gains;

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
        _signalMasks = scratch.Take(size);
        _gains = scratch.Take(2 * size);
    }

    /// <summary>Memory that the buffers take.</summary>
    /// <param name="registers">The most registers of samples in a call.</param>
    public static nint SizeInBytes(int registers)
    {
        nint size = (nint)registers * TWidth.ByteCount;
        return (3 * VifScratch.Align(size)) + VifScratch.Align(2 * size);
    }

    /// <summary>Adds samples to the sums of a scale.</summary>
    /// <param name="planes">Filtered values in <see cref="VifPlaneOrder"/>, unrounded and 2^31 too small.</param>
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

        int noiseLog = AddSharedLogs(kept, sums);
        for (int limit = 0; limit < _gainLimits.Length; limit++)
        {
            sums.NumeratorLogs[limit] += SumSignalLogs(kept, _gainLimits[limit]) - noiseLog;
        }
    }

    /// <summary>The upper 32 bits of products of unsigned lanes, rounded.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V MultiplyHigh(V a, V b, V aOdd, V bOdd)
    {
        V half = TWidth.Broadcast64(1L << 31);
        V even = TWidth.ShiftRightLogical64(TWidth.Add64(TWidth.MultiplyEvenUnsigned32(a, b), half), 32);
        V odd = TWidth.Add64(TWidth.MultiplyEvenUnsigned32(aOdd, bOdd), half);
        return TWidth.Or(even, TWidth.And(odd, TWidth.Broadcast64(unchecked((long)0xFFFFFFFF00000000))));
    }

    /// <summary>The filtered 32-bit value from the filtered halves, rounded.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Join(V low, V high) =>
        TWidth.Add32(
            TWidth.Xor(high, TWidth.Broadcast32(int.MinValue)),
            TWidth.ShiftRightLogical32(TWidth.Add32(low, TWidth.Broadcast32(int.MinValue + 32768)), 16));

    /// <summary>
    /// Variances and covariances; flat samples are summed at once. Registers with any sample that is not flat are kept, with the gain and
    /// the noise of the samples where there is a signal.
    /// </summary>
    /// <returns>Number of registers kept.</returns>
    private int FindGains(byte* planes, nint planeStride, int registers, VifSums sums)
    {
        byte* variances = _variances;
        byte* noises = _noises;
        byte* signalMasks = _signalMasks;
        byte* gains = _gains;
        byte* productPlanes = planes + (VifPlaneOrder.ProductLow * planeStride);
        nint kept = 0;
        V flatVariance = TWidth.Zero();
        V informativeCount = TWidth.Zero();
        for (nint at = 0; at < (nint)registers * TWidth.ByteCount; at += TWidth.ByteCount)
        {
            V referenceMean = TWidth.Xor(TWidth.Load(planes + at), TWidth.Broadcast32(int.MinValue));
            V distortedMean = TWidth.Xor(TWidth.Load(planes + planeStride + at), TWidth.Broadcast32(int.MinValue));
            V referenceMeanOdd = TWidth.ShiftRightLogical64(referenceMean, 32);
            V distortedMeanOdd = TWidth.ShiftRightLogical64(distortedMean, 32);
            V reference = TWidth.Subtract32(
                Join(
                    TWidth.Load(planes + (VifPlaneOrder.ReferenceSquareLow * planeStride) + at),
                    TWidth.Load(productPlanes + ((VifPlaneOrder.ReferenceSquareHigh - VifPlaneOrder.ProductLow) * planeStride) + at)),
                MultiplyHigh(referenceMean, referenceMean, referenceMeanOdd, referenceMeanOdd));
            V distorted = TWidth.Max32(
                TWidth.Subtract32(
                    Join(
                        TWidth.Load(planes + (VifPlaneOrder.DistortedSquareLow * planeStride) + at),
                        TWidth.Load(productPlanes + ((VifPlaneOrder.DistortedSquareHigh - VifPlaneOrder.ProductLow) * planeStride) + at)),
                    MultiplyHigh(distortedMean, distortedMean, distortedMeanOdd, distortedMeanOdd)),
                TWidth.Zero());
            V covariance = TWidth.Subtract32(
                Join(
                    TWidth.Load(productPlanes + at),
                    TWidth.Load(productPlanes + ((VifPlaneOrder.ProductHigh - VifPlaneOrder.ProductLow) * planeStride) + at)),
                MultiplyHigh(referenceMean, distortedMean, referenceMeanOdd, distortedMeanOdd));

            V informative = TWidth.GreaterThan32(reference, TWidth.Broadcast32(VifArithmetic.NoiseVariance - 1));
            informativeCount = TWidth.Subtract32(informativeCount, informative);
            V flat = TWidth.AndNot(distorted, informative);
            flatVariance = TWidth.Add64(
                flatVariance,
                TWidth.Add64(TWidth.And(flat, TWidth.Broadcast64(0xFFFFFFFF)), TWidth.ShiftRightLogical64(flat, 32)));
            if (TWidth.IsZero(informative))
            {
                continue;
            }

            V signal = TWidth.And(
                informative,
                TWidth.And(TWidth.GreaterThan32(covariance, TWidth.Zero()), TWidth.GreaterThan32(distorted, TWidth.Zero())));
            V epsilon = TWidth.BroadcastDouble(VifArithmetic.VarianceEpsilon);
            V covarianceLower = TWidth.ConvertLowerInt32ToDouble(covariance);
            V covarianceUpper = TWidth.ConvertUpperInt32ToDouble(covariance);
            V gainLower = TWidth.DivideDouble(covarianceLower, TWidth.AddDouble(TWidth.ConvertLowerInt32ToDouble(reference), epsilon));
            V gainUpper = TWidth.DivideDouble(covarianceUpper, TWidth.AddDouble(TWidth.ConvertUpperInt32ToDouble(reference), epsilon));
            V residual = TWidth.TruncateDoublesToInt32(
                TWidth.SubtractDouble(TWidth.ConvertLowerInt32ToDouble(distorted), TWidth.MultiplyDouble(gainLower, covarianceLower)),
                TWidth.SubtractDouble(TWidth.ConvertUpperInt32ToDouble(distorted), TWidth.MultiplyDouble(gainUpper, covarianceUpper)));
            TWidth.Store(gainLower, gains + (2 * kept));
            TWidth.Store(gainUpper, gains + (2 * kept) + TWidth.ByteCount);
            TWidth.Store(reference, variances + kept);
            TWidth.Store(signal, signalMasks + kept);
            TWidth.Store(
                TWidth.Add32(TWidth.Max32(residual, TWidth.Zero()), TWidth.Broadcast32(VifArithmetic.NoiseVariance)),
                noises + kept);
            kept += TWidth.ByteCount;
        }

        int informativeSamples = TWidth.Sum32(informativeCount);
        sums.FlatVariance += TWidth.Sum64(flatVariance);
        sums.FlatCount += (registers * (TWidth.ByteCount / sizeof(int))) - informativeSamples;
        sums.DenominatorLog -= (long)informativeSamples * (VifVectorLog<TWidth, V>.Bias + VifArithmetic.NoiseVarianceLog);
        return (int)(kept / TWidth.ByteCount);
    }

    /// <summary>Adds the logarithms of the reference (with their bias, which is already taken off).</summary>
    /// <returns>Sum of the logarithms of the noise where there is a signal, with their bias.</returns>
    private int AddSharedLogs(int registers, VifSums sums)
    {
        byte* variances = _variances;
        byte* noises = _noises;
        byte* signalMasks = _signalMasks;
        V referenceLog = TWidth.Zero();
        V noiseLog = TWidth.Zero();
        for (nint at = 0; at < (nint)registers * TWidth.ByteCount; at += TWidth.ByteCount)
        {
            V reference = TWidth.Load(variances + at);
            V informative = TWidth.GreaterThan32(reference, TWidth.Broadcast32(VifArithmetic.NoiseVariance - 1));
            V log = VifVectorLog<TWidth, V>.Log2(TWidth.Add32(reference, TWidth.Broadcast32(VifArithmetic.NoiseVariance)));
            referenceLog = TWidth.Add32(referenceLog, TWidth.And(log, informative));
            log = VifVectorLog<TWidth, V>.Log2(TWidth.Load(noises + at));
            noiseLog = TWidth.Add32(noiseLog, TWidth.And(log, TWidth.Load(signalMasks + at)));
        }

        sums.DenominatorLog += TWidth.Sum32(referenceLog);
        return TWidth.Sum32(noiseLog);
    }

    /// <summary>Sum of the logarithms of signal and noise where there is a signal, with their bias.</summary>
    private int SumSignalLogs(int registers, double gainLimit)
    {
        byte* variances = _variances;
        byte* noises = _noises;
        byte* signalMasks = _signalMasks;
        byte* gains = _gains;
        V limit = TWidth.BroadcastDouble(gainLimit);
        V sum = TWidth.Zero();
        for (nint at = 0; at < (nint)registers * TWidth.ByteCount; at += TWidth.ByteCount)
        {
            V reference = TWidth.Load(variances + at);
            V lower = TWidth.MinDouble(TWidth.Load(gains + (2 * at)), limit);
            V upper = TWidth.MinDouble(TWidth.Load(gains + (2 * at) + TWidth.ByteCount), limit);
            V signal = TWidth.TruncateDoublesToInt32(
                TWidth.MultiplyDouble(TWidth.MultiplyDouble(lower, lower), TWidth.ConvertLowerInt32ToDouble(reference)),
                TWidth.MultiplyDouble(TWidth.MultiplyDouble(upper, upper), TWidth.ConvertUpperInt32ToDouble(reference)));
            V log = VifVectorLog<TWidth, V>.Log2(TWidth.Add32(signal, TWidth.Load(noises + at)));
            sum = TWidth.Add32(sum, TWidth.And(log, TWidth.Load(signalMasks + at)));
        }

        return TWidth.Sum32(sum);
    }
}

using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Vmaf.Engine.Features.SinglePrecision;
using Vmaf.Engine.Simd;

namespace Vmaf.Engine.Features.FloatVif;

/// <summary>
/// The information that each place of the reference holds, and what of it the distorted picture keeps, from local moments
/// (libvmaf, vif_statistic_s in vif_tools.c, with its polynomial for the logarithm).
/// </summary>
internal sealed unsafe class VifInformation
{
    private const float Small = 1.0e-10f;
    private const int OneAsBits = 0x3F800000;
    private const int FractionMask = 0x007FFFFF;

    // lb(1 + x), from x⁸ down to x⁰.
    private static readonly float[] LogarithmSeries =
    [
        -0.012671635276421f, 0.064841182402670f, -0.157048836463065f, 0.257167726303123f, -0.353800560300520f,
        0.480131410397451f, -0.721314327952201f, 1.442694803896991f, 0f,
    ];

    private readonly float _gainLimit;
    private readonly double _noise;
    private readonly float _varianceThreshold;
    private readonly float _flatLoss;

    /// <summary>Works out constants.</summary>
    /// <param name="gainLimit">Largest gain that counts.</param>
    /// <param name="noiseVariance">Variance of the visual system's noise.</param>
    public VifInformation(float gainLimit, double noiseVariance)
    {
        _gainLimit = gainLimit;
        _noise = noiseVariance;
        _flatLoss = (float)(MathF.Pow((float)noiseVariance, 2.0f) / (255.0 * 255.0));

        // A float is below the noise variance exactly if it is below the least float that is not.
        _varianceThreshold = (float)noiseVariance < noiseVariance ? MathF.BitIncrement((float)noiseVariance) : (float)noiseVariance;
    }

    /// <summary>Computes a row.</summary>
    /// <param name="moments">The <see cref="LocalMoments"/>, a row each.</param>
    /// <param name="kept">Receives the information kept.</param>
    /// <param name="available">Receives the information there was.</param>
    /// <param name="count">Length of the rows.</param>
    /// <param name="tier">Instruction set to use; all give the same bits.</param>
    public void Compute(FloatPlane moments, float* kept, float* available, int count, SimdTier tier)
    {
        int done = tier switch
        {
            SimdTier.Avx512 => Compute<Width512, Vector512<byte>>(moments, kept, available, count),
            SimdTier.Avx2 => Compute<Width256, Vector256<byte>>(moments, kept, available, count),
            SimdTier.Vector128 => Compute<Width128, Vector128<byte>>(moments, kept, available, count),
            _ => 0,
        };
        for (int x = done; x < count; x++)
        {
            float referenceMean = moments.Row(0)[x];
            float distortedMean = moments.Row(1)[x];
            float referenceVariance = LocalMoments.Variance(moments.Row(2)[x], referenceMean * referenceMean);
            float distortedVariance = LocalMoments.Variance(moments.Row(3)[x], distortedMean * distortedMean);
            float covariance = moments.Row(4)[x] - (referenceMean * distortedMean);
            (kept[x], available[x]) = Information(referenceVariance, distortedVariance, covariance);
        }
    }

    private static float Logarithm(float value)
    {
        int bits = BitConverter.SingleToInt32Bits(value);
        float fraction = BitConverter.Int32BitsToSingle((bits & FractionMask) | OneAsBits) - 1f;
        float sum = 0;
        foreach (float coefficient in LogarithmSeries)
        {
            sum = (sum * fraction) + coefficient;
        }

        return (bits >> 23) - 127 + sum;
    }

    private (float Kept, float Available) Information(float referenceVariance, float distortedVariance, float covariance)
    {
        float gain = covariance / (referenceVariance + Small);
        float residual = distortedVariance - (gain * covariance);
        float signal = referenceVariance;
        if (signal < Small)
        {
            gain = 0;
            residual = distortedVariance;
            signal = 0;
        }

        if (distortedVariance < Small)
        {
            gain = 0;
            residual = 0;
        }

        if (gain < 0)
        {
            gain = 0;
            residual = distortedVariance;
        }

        residual = MathF.Max(residual, Small);
        gain = MathF.Min(gain, _gainLimit);
        if (signal < _varianceThreshold)
        {
            return (1f - (distortedVariance * _flatLoss), 1f);
        }

        float kept = Logarithm((float)(1f + (gain * gain * signal / (residual + _noise))));
        return (covariance < 0 ? 0 : kept, Logarithm((float)(1f + (signal / _noise))));
    }

    private int Compute<TWidth, V>(FloatPlane moments, float* kept, float* available, int count)
        where TWidth : struct, ISimdWidth<V>
        where V : struct
    {
        V zero = TWidth.Zero();
        V small = TWidth.BroadcastSingle(Small);
        V noise = TWidth.BroadcastDouble(_noise);
        int lanes = TWidth.ByteCount / sizeof(float);
        int x = 0;
        for (; x + lanes <= count; x += lanes)
        {
            V referenceMean = TWidth.Load(moments.Row(0) + x);
            V distortedMean = TWidth.Load(moments.Row(1) + x);
            V referenceSquare = TWidth.MultiplySingle(referenceMean, referenceMean);
            V distortedSquare = TWidth.MultiplySingle(distortedMean, distortedMean);
            V signal = LocalMoments.Variance<TWidth, V>(TWidth.Load(moments.Row(2) + x), referenceSquare);
            V distortedVariance = LocalMoments.Variance<TWidth, V>(TWidth.Load(moments.Row(3) + x), distortedSquare);
            V covariance = TWidth.SubtractSingle(TWidth.Load(moments.Row(4) + x), TWidth.MultiplySingle(referenceMean, distortedMean));

            V gain = TWidth.DivideSingle(covariance, TWidth.AddSingle(signal, small));
            V residual = TWidth.SubtractSingle(distortedVariance, TWidth.MultiplySingle(gain, covariance));
            V isFlat = TWidth.GreaterThanSingle(small, signal);
            gain = TWidth.AndNot(gain, isFlat);
            residual = TWidth.Select(isFlat, distortedVariance, residual);
            signal = TWidth.AndNot(signal, isFlat);
            V isEmpty = TWidth.GreaterThanSingle(small, distortedVariance);
            gain = TWidth.AndNot(gain, isEmpty);
            residual = TWidth.AndNot(residual, isEmpty);
            V isOpposed = TWidth.GreaterThanSingle(zero, gain);
            residual = TWidth.MaxSingle(TWidth.Select(isOpposed, distortedVariance, residual), small);
            gain = TWidth.MinSingle(TWidth.AndNot(gain, isOpposed), TWidth.BroadcastSingle(_gainLimit));

            V carried = TWidth.MultiplySingle(TWidth.MultiplySingle(gain, gain), signal);
            V keptArgument = TWidth.NarrowDoublesToSingle(
                Ratio<TWidth, V>(
                    TWidth.ConvertLowerSingleToDouble(carried), TWidth.AddDouble(TWidth.ConvertLowerSingleToDouble(residual), noise)),
                Ratio<TWidth, V>(
                    TWidth.ConvertUpperSingleToDouble(carried), TWidth.AddDouble(TWidth.ConvertUpperSingleToDouble(residual), noise)));
            V availableArgument = TWidth.NarrowDoublesToSingle(
                Ratio<TWidth, V>(TWidth.ConvertLowerSingleToDouble(signal), noise),
                Ratio<TWidth, V>(TWidth.ConvertUpperSingleToDouble(signal), noise));

            V one = TWidth.BroadcastSingle(1f);
            V isBelowNoise = TWidth.GreaterThanSingle(TWidth.BroadcastSingle(_varianceThreshold), signal);
            V loss = TWidth.SubtractSingle(one, TWidth.MultiplySingle(distortedVariance, TWidth.BroadcastSingle(_flatLoss)));
            V keptValue = TWidth.AndNot(Logarithm<TWidth, V>(keptArgument), TWidth.GreaterThanSingle(zero, covariance));
            TWidth.Store(TWidth.Select(isBelowNoise, loss, keptValue), kept + x);
            TWidth.Store(TWidth.Select(isBelowNoise, one, Logarithm<TWidth, V>(availableArgument)), available + x);
        }

        return x;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Ratio<TWidth, V>(V numerator, V denominator)
        where TWidth : struct, ISimdWidth<V>
        where V : struct =>
        TWidth.AddDouble(TWidth.BroadcastDouble(1), TWidth.DivideDouble(numerator, denominator));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Logarithm<TWidth, V>(V value)
        where TWidth : struct, ISimdWidth<V>
        where V : struct
    {
        V fractionBits = TWidth.Or(TWidth.And(value, TWidth.Broadcast32(FractionMask)), TWidth.Broadcast32(OneAsBits));
        V fraction = TWidth.SubtractSingle(fractionBits, TWidth.BroadcastSingle(1f));
        V exponent = TWidth.Subtract32(TWidth.ShiftRightLogical32(value, 23), TWidth.Broadcast32(127));
        V sum = TWidth.Zero();
        for (int term = 0; term < LogarithmSeries.Length; term++)
        {
            sum = TWidth.AddSingle(TWidth.MultiplySingle(sum, fraction), TWidth.BroadcastSingle(LogarithmSeries[term]));
        }

        return TWidth.AddSingle(TWidth.ConvertInt32ToSingle(exponent), sum);
    }
}

using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Vmaf.Engine.Simd;

namespace Vmaf.Engine.Features.FloatAdm;

/// <summary>The parts of the detail loss measure that work sample by sample.</summary>
internal static unsafe class DetailRows
{
    private const float Tiny = 1e-30f;
    private const float NeighborWeight = 0.0333333351f;
    private const float CenterWeight = 0.0666666701f;
    private const double CubeExponent = 3.0;

    // cos² 1°: detail that turned by less counts as enhanced, not as replaced.
    private static readonly float SquaredCosineOfOneDegree = (float)(Math.Cos(Math.PI / 180.0) * Math.Cos(Math.PI / 180.0));

    /// <summary>Splits distorted detail into what is restored of the reference and what is added, weighed by sensitivity.</summary>
    /// <param name="reference">Bands of the reference.</param>
    /// <param name="distorted">Bands of the distorted picture.</param>
    /// <param name="y">The row.</param>
    /// <param name="gainLimit">Largest gain of enhanced detail that counts.</param>
    /// <param name="sensitivities">Sensitivity to each orientation.</param>
    /// <param name="restoredHorizontal">Receives restored detail.</param>
    /// <param name="restoredVertical">Receives restored detail.</param>
    /// <param name="restoredDiagonal">Receives restored detail.</param>
    /// <param name="addedHorizontal">Receives added detail.</param>
    /// <param name="addedVertical">Receives added detail.</param>
    /// <param name="addedDiagonal">Receives added detail.</param>
    /// <param name="tier">Instruction set to use; all give the same bits.</param>
    public static void Split(
        WaveletBands reference,
        WaveletBands distorted,
        int y,
        float gainLimit,
        ReadOnlySpan<float> sensitivities,
        float* restoredHorizontal,
        float* restoredVertical,
        float* restoredDiagonal,
        float* addedHorizontal,
        float* addedVertical,
        float* addedDiagonal,
        SimdTier tier)
    {
        float** restored = stackalloc float*[WaveletBands.DetailCount] { restoredHorizontal, restoredVertical, restoredDiagonal };
        float** added = stackalloc float*[WaveletBands.DetailCount] { addedHorizontal, addedVertical, addedDiagonal };
        int done = tier switch
        {
            SimdTier.Avx512 => Split<Width512, Vector512<byte>>(reference, distorted, y, gainLimit, sensitivities, restored, added),
            SimdTier.Avx2 => Split<Width256, Vector256<byte>>(reference, distorted, y, gainLimit, sensitivities, restored, added),
            SimdTier.Vector128 => Split<Width128, Vector128<byte>>(reference, distorted, y, gainLimit, sensitivities, restored, added),
            _ => 0,
        };
        for (int x = done; x < reference.Width; x++)
        {
            bool isEnhanced = HasSameDirection(
                reference.Detail(0).Row(y)[x], reference.Detail(1).Row(y)[x], distorted.Detail(0).Row(y)[x], distorted.Detail(1).Row(y)[x]);
            for (int orientation = 0; orientation < WaveletBands.DetailCount; orientation++)
            {
                float original = reference.Detail(orientation).Row(y)[x];
                float changed = distorted.Detail(orientation).Row(y)[x];
                float ratio = MathF.Min(MathF.Max(changed / (original + Tiny), 0f), 1f);
                float kept = ratio * original;
                if (isEnhanced)
                {
                    kept = kept > 0 ? MathF.Min(kept * gainLimit, changed) : kept < 0 ? MathF.Max(kept * gainLimit, changed) : kept;
                }

                restored[orientation][x] = kept * sensitivities[orientation];
                added[orientation][x] = (changed - kept) * sensitivities[orientation];
            }
        }
    }

    /// <summary>Adds a band's part of the masking threshold: a weighted mean of magnitudes over 3 × 3 samples.</summary>
    /// <param name="above">The row above; one sample of margin is read on both sides of all rows.</param>
    /// <param name="row">The row.</param>
    /// <param name="below">The row below.</param>
    /// <param name="thresholds">The thresholds so far.</param>
    /// <param name="count">Length of the rows.</param>
    /// <param name="tier">Instruction set to use; all give the same bits.</param>
    public static void AddThreshold(float* above, float* row, float* below, float* thresholds, int count, SimdTier tier)
    {
        int done = tier switch
        {
            SimdTier.Avx512 => AddThreshold<Width512, Vector512<byte>>(above, row, below, thresholds, count),
            SimdTier.Avx2 => AddThreshold<Width256, Vector256<byte>>(above, row, below, thresholds, count),
            SimdTier.Vector128 => AddThreshold<Width128, Vector128<byte>>(above, row, below, thresholds, count),
            _ => 0,
        };
        for (int x = done; x < count; x++)
        {
            float sum = Weighed(above[x - 1]) + Weighed(above[x]);
            sum += Weighed(above[x + 1]);
            sum += Weighed(row[x - 1]);
            sum += CenterWeight * MathF.Abs(row[x]);
            sum += Weighed(row[x + 1]);
            sum += Weighed(below[x - 1]);
            sum += Weighed(below[x]);
            thresholds[x] += sum + Weighed(below[x + 1]);
        }
    }

    /// <summary>(|detail · factor| − threshold)^exponent where the threshold is exceeded, else 0.</summary>
    /// <param name="detail">A row of detail.</param>
    /// <param name="factor">Factor on the detail.</param>
    /// <param name="thresholds">Thresholds, or null for none.</param>
    /// <param name="terms">Receives the powers.</param>
    /// <param name="count">Length of the rows.</param>
    /// <param name="exponent">The exponent.</param>
    /// <param name="tier">Instruction set to use; all give the same bits.</param>
    public static void Exceeding(float* detail, float factor, float* thresholds, float* terms, int count, double exponent, SimdTier tier)
    {
        int done = exponent != CubeExponent ? 0 : tier switch
        {
            SimdTier.Avx512 => Exceeding<Width512, Vector512<byte>>(detail, factor, thresholds, terms, count),
            SimdTier.Avx2 => Exceeding<Width256, Vector256<byte>>(detail, factor, thresholds, terms, count),
            SimdTier.Vector128 => Exceeding<Width128, Vector128<byte>>(detail, factor, thresholds, terms, count),
            _ => 0,
        };
        for (int x = done; x < count; x++)
        {
            float excess = MathF.Max(MathF.Abs(detail[x] * factor) - (thresholds is null ? 0 : thresholds[x]), 0f);
            terms[x] = exponent == CubeExponent ? excess * excess * excess : MathF.Pow(excess, (float)exponent);
        }
    }

    private static float Weighed(float detail) => NeighborWeight * MathF.Abs(detail);

    private static bool HasSameDirection(float horizontal, float vertical, float distortedHorizontal, float distortedVertical)
    {
        float product = (horizontal * distortedHorizontal) + (vertical * distortedVertical);
        float square = (horizontal * horizontal) + (vertical * vertical);
        float distortedSquare = (distortedHorizontal * distortedHorizontal) + (distortedVertical * distortedVertical);
        return product >= 0 && product * product >= SquaredCosineOfOneDegree * square * distortedSquare;
    }

    private static int Split<TWidth, V>(
        WaveletBands reference, WaveletBands distorted, int y, float gainLimit, ReadOnlySpan<float> sensitivities, float** restored, float** added)
        where TWidth : struct, ISimdWidth<V>
        where V : struct
    {
        V limit = TWidth.BroadcastSingle(gainLimit);
        int lanes = TWidth.ByteCount / sizeof(float);
        int x = 0;
        for (; x + lanes <= reference.Width; x += lanes)
        {
            V isEnhanced = HasSameDirection<TWidth, V>(
                TWidth.Load(reference.Detail(0).Row(y) + x),
                TWidth.Load(reference.Detail(1).Row(y) + x),
                TWidth.Load(distorted.Detail(0).Row(y) + x),
                TWidth.Load(distorted.Detail(1).Row(y) + x));
            for (int orientation = 0; orientation < WaveletBands.DetailCount; orientation++)
            {
                V original = TWidth.Load(reference.Detail(orientation).Row(y) + x);
                V changed = TWidth.Load(distorted.Detail(orientation).Row(y) + x);
                V kept = Kept<TWidth, V>(original, changed, isEnhanced, limit);
                V sensitivity = TWidth.BroadcastSingle(sensitivities[orientation]);
                TWidth.Store(TWidth.MultiplySingle(kept, sensitivity), restored[orientation] + x);
                TWidth.Store(TWidth.MultiplySingle(TWidth.SubtractSingle(changed, kept), sensitivity), added[orientation] + x);
            }
        }

        return x;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Kept<TWidth, V>(V original, V changed, V isEnhanced, V limit)
        where TWidth : struct, ISimdWidth<V>
        where V : struct
    {
        V zero = TWidth.Zero();
        V ratio = TWidth.DivideSingle(changed, TWidth.AddSingle(original, TWidth.BroadcastSingle(Tiny)));
        ratio = TWidth.MinSingle(TWidth.MaxSingle(ratio, zero), TWidth.BroadcastSingle(1f));
        V kept = TWidth.MultiplySingle(ratio, original);
        V raised = TWidth.MultiplySingle(kept, limit);
        V ofPositive = TWidth.And(isEnhanced, TWidth.GreaterThanSingle(kept, zero));
        V ofNegative = TWidth.And(isEnhanced, TWidth.GreaterThanSingle(zero, kept));
        kept = TWidth.Select(ofPositive, TWidth.MinSingle(raised, changed), kept);
        return TWidth.Select(ofNegative, TWidth.MaxSingle(raised, changed), kept);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V HasSameDirection<TWidth, V>(V horizontal, V vertical, V distortedHorizontal, V distortedVertical)
        where TWidth : struct, ISimdWidth<V>
        where V : struct
    {
        V product = TWidth.AddSingle(TWidth.MultiplySingle(horizontal, distortedHorizontal), TWidth.MultiplySingle(vertical, distortedVertical));
        V square = TWidth.AddSingle(TWidth.MultiplySingle(horizontal, horizontal), TWidth.MultiplySingle(vertical, vertical));
        V distortedSquare = TWidth.AddSingle(
            TWidth.MultiplySingle(distortedHorizontal, distortedHorizontal), TWidth.MultiplySingle(distortedVertical, distortedVertical));
        V bound = TWidth.MultiplySingle(TWidth.MultiplySingle(TWidth.BroadcastSingle(SquaredCosineOfOneDegree), square), distortedSquare);
        return TWidth.And(
            TWidth.GreaterThanOrEqualSingle(product, TWidth.Zero()), TWidth.GreaterThanOrEqualSingle(TWidth.MultiplySingle(product, product), bound));
    }

    private static int AddThreshold<TWidth, V>(float* above, float* row, float* below, float* thresholds, int count)
        where TWidth : struct, ISimdWidth<V>
        where V : struct
    {
        int lanes = TWidth.ByteCount / sizeof(float);
        int x = 0;
        for (; x + lanes <= count; x += lanes)
        {
            V sum = TWidth.AddSingle(Weighed<TWidth, V>(above + x - 1, NeighborWeight), Weighed<TWidth, V>(above + x, NeighborWeight));
            sum = TWidth.AddSingle(sum, Weighed<TWidth, V>(above + x + 1, NeighborWeight));
            sum = TWidth.AddSingle(sum, Weighed<TWidth, V>(row + x - 1, NeighborWeight));
            sum = TWidth.AddSingle(sum, Weighed<TWidth, V>(row + x, CenterWeight));
            sum = TWidth.AddSingle(sum, Weighed<TWidth, V>(row + x + 1, NeighborWeight));
            sum = TWidth.AddSingle(sum, Weighed<TWidth, V>(below + x - 1, NeighborWeight));
            sum = TWidth.AddSingle(sum, Weighed<TWidth, V>(below + x, NeighborWeight));
            sum = TWidth.AddSingle(sum, Weighed<TWidth, V>(below + x + 1, NeighborWeight));
            TWidth.Store(TWidth.AddSingle(TWidth.Load(thresholds + x), sum), thresholds + x);
        }

        return x;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Weighed<TWidth, V>(float* detail, float weight)
        where TWidth : struct, ISimdWidth<V>
        where V : struct => TWidth.MultiplySingle(TWidth.BroadcastSingle(weight), TWidth.AbsSingle(TWidth.Load(detail)));

    private static int Exceeding<TWidth, V>(float* detail, float factor, float* thresholds, float* terms, int count)
        where TWidth : struct, ISimdWidth<V>
        where V : struct
    {
        V factors = TWidth.BroadcastSingle(factor);
        int lanes = TWidth.ByteCount / sizeof(float);
        int x = 0;
        for (; x + lanes <= count; x += lanes)
        {
            V magnitude = TWidth.AbsSingle(TWidth.MultiplySingle(TWidth.Load(detail + x), factors));
            V threshold = thresholds is null ? TWidth.Zero() : TWidth.Load(thresholds + x);
            V excess = TWidth.MaxSingle(TWidth.SubtractSingle(magnitude, threshold), TWidth.Zero());
            TWidth.Store(TWidth.MultiplySingle(TWidth.MultiplySingle(excess, excess), excess), terms + x);
        }

        return x;
    }
}

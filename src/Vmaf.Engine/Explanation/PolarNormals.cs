using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Vmaf.Engine.Simd;

namespace Vmaf.Engine.Explanation;

/// <summary>
/// Marsaglia's polar method over a block of random words, in NumPy's order: two words make a coordinate in [−1, 1), two coordinates a
/// point; a point inside the unit circle gives two normals, first that of its second coordinate. Owns scratch memory.
/// </summary>
internal sealed unsafe class PolarNormals
{
    private const int WordsPerCoordinate = 2;
    private const int WordsPerPoint = 2 * WordsPerCoordinate;

    // 2⁵² in the exponent field; or-ing a smaller whole number in gives 2⁵² plus the number.
    private const long WholeNumberBits = 0x4330000000000000;
    private const double WholeNumberOffset = 4503599627370496.0;
    private const double HighUnit = 1.0 / (1 << 26);
    private const double LowUnit = HighUnit * HighUnit;

    private const int MostLanes = 8;

    private readonly double[] _coordinates = new double[MersenneTwister.BlockLength / WordsPerCoordinate];
    // Room for a whole register of the widest kind after the last point.
    private readonly double[] _radii = new double[(MersenneTwister.BlockLength / WordsPerPoint) + MostLanes];

    /// <summary>Turns words into normals until either runs out.</summary>
    /// <param name="words">Random words, a multiple of four, at most a block.</param>
    /// <param name="normals">Receives the numbers; an odd last place stays free.</param>
    /// <param name="wordsTaken">How many words were taken.</param>
    /// <returns>How many normals were written.</returns>
    [MethodImpl(JitHint.FullyAtOnce)]
    public int Fill(ReadOnlySpan<uint> words, Span<double> normals, out int wordsTaken)
    {
        int pointCount = words.Length / WordsPerPoint;
        int pairCount = 0;
        int point = 0;
        fixed (uint* wordPointer = words)
        fixed (double* target = normals)
        fixed (double* coordinates = _coordinates)
        fixed (double* radii = _radii)
        {
            ToCoordinates(wordPointer, coordinates, words.Length / WordsPerCoordinate);
            for (; point < pointCount && (2 * pairCount) + 2 <= normals.Length; point++)
            {
                double x1 = coordinates[2 * point];
                double x2 = coordinates[(2 * point) + 1];
                double radiusSquared = (x1 * x1) + (x2 * x2);
                target[2 * pairCount] = x2;
                target[(2 * pairCount) + 1] = x1;
                radii[pairCount] = radiusSquared;
                pairCount += radiusSquared < 1 && radiusSquared != 0 ? 1 : 0;
            }

            ToFactors(radii, pairCount);
            for (int pair = 0; pair < pairCount; pair++)
            {
                (Vector128.Load(target + (2 * pair)) * radii[pair]).Store(target + (2 * pair));
            }
        }

        wordsTaken = point * WordsPerPoint;
        return 2 * pairCount;
    }

    /// <summary>What the coordinates of a point are multiplied by: √(−2·ln r² / r²).</summary>
    /// <param name="radiusSquared">r², above 0 and below 1.</param>
    public static double Factor(double radiusSquared) =>
        Math.Sqrt(-2 * NaturalLogarithm.Evaluate(radiusSquared) / radiusSquared);

    private static void ToCoordinates(uint* words, double* coordinates, int count)
    {
        int done = SimdTiers.Current switch
        {
            SimdTier.Avx512 => ToCoordinates<Width512, Vector512<byte>>(words, coordinates, count),
            SimdTier.Avx2 => ToCoordinates<Width256, Vector256<byte>>(words, coordinates, count),
            SimdTier.Vector128 => ToCoordinates<Width128, Vector128<byte>>(words, coordinates, count),
            _ => 0,
        };
        for (; done < count; done++)
        {
            ulong bits = ((ulong)(words[2 * done] >> 5) << 26) | (words[(2 * done) + 1] >> 6);
            coordinates[done] = (2 * (bits * (1.0 / (1UL << 53)))) - 1;
        }
    }

    /// <summary>2·(h·2²⁶ + l)·2⁻⁵³ − 1 for the top 27 bits h of a word and the top 26 bits l of the next; every step is exact.</summary>
    [MethodImpl(JitHint.FullyAtOnce)]
    private static int ToCoordinates<TWidth, V>(uint* words, double* coordinates, int count)
        where TWidth : struct, ISimdWidth<V>
        where V : struct
    {
        int lanes = TWidth.ByteCount / sizeof(double);
        V firstWord = TWidth.Broadcast64(uint.MaxValue);
        V wholeNumber = TWidth.Broadcast64(WholeNumberBits);
        V offset = TWidth.BroadcastDouble(WholeNumberOffset);
        V highUnit = TWidth.BroadcastDouble(HighUnit);
        V lowUnit = TWidth.BroadcastDouble(LowUnit);
        V one = TWidth.BroadcastDouble(1);
        int index = 0;
        for (; index + lanes <= count; index += lanes)
        {
            V pair = TWidth.Load(words + (WordsPerCoordinate * index));
            V highBits = TWidth.ShiftRightLogical64(TWidth.And(pair, firstWord), 5);
            V lowBits = TWidth.ShiftRightLogical64(pair, 32 + 6);
            V high = TWidth.SubtractDouble(TWidth.Or(highBits, wholeNumber), offset);
            V low = TWidth.SubtractDouble(TWidth.Or(lowBits, wholeNumber), offset);
            V fraction = TWidth.SubtractDouble(TWidth.MultiplyDouble(low, lowUnit), one);
            TWidth.Store(TWidth.AddDouble(TWidth.MultiplyDouble(high, highUnit), fraction), coordinates + index);
        }

        return index;
    }

    /// <summary>Puts factors in the place of squared radii.</summary>
    private static void ToFactors(double* radii, int count)
    {
        new Span<double>(radii + count, MostLanes).Fill(0.5);
        switch (SimdTiers.Current)
        {
            case SimdTier.Avx512:
                ToFactors<Width512, Vector512<byte>>(radii, count);
                break;
            case SimdTier.Avx2:
                ToFactors<Width256, Vector256<byte>>(radii, count);
                break;
            case SimdTier.Vector128:
                ToFactors<Width128, Vector128<byte>>(radii, count);
                break;
            default:
                for (int index = 0; index < count; index++)
                {
                    radii[index] = Factor(radii[index]);
                }

                break;
        }
    }

    [MethodImpl(JitHint.FullyAtOnce)]
    private static void ToFactors<TWidth, V>(double* radii, int count)
        where TWidth : struct, ISimdWidth<V>
        where V : struct
    {
        int lanes = TWidth.ByteCount / sizeof(double);
        V minusTwo = TWidth.BroadcastDouble(-2);
        for (int index = 0; index < count; index += lanes)
        {
            V radiusSquared = TWidth.Load(radii + index);
            V numerator = TWidth.MultiplyDouble(minusTwo, NaturalLogarithm.Evaluate<TWidth, V>(radiusSquared));
            TWidth.Store(TWidth.SquareRootDouble(TWidth.DivideDouble(numerator, radiusSquared)), radii + index);
        }
    }
}

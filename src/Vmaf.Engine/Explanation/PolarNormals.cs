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

    private readonly double[] _coordinates = new double[MersenneTwister.BlockLength / WordsPerCoordinate];
    private readonly double[] _radii = new double[MersenneTwister.BlockLength / WordsPerCoordinate];
    private readonly double[] _logarithms = new double[MersenneTwister.BlockLength / WordsPerCoordinate];

    /// <summary>Turns words into normals until either runs out.</summary>
    /// <param name="words">Random words, a multiple of four, at most a block.</param>
    /// <param name="normals">Receives the numbers; an odd last place stays free.</param>
    /// <param name="wordsTaken">How many words were taken.</param>
    /// <returns>How many normals were written.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Fill(ReadOnlySpan<uint> words, Span<double> normals, out int wordsTaken)
    {
        int coordinateCount = words.Length / WordsPerCoordinate;
        int count = 0;
        int point = 0;
        fixed (uint* wordPointer = words)
        fixed (double* target = normals)
        fixed (double* coordinates = _coordinates)
        fixed (double* radii = _radii)
        fixed (double* logarithms = _logarithms)
        {
            ToCoordinates(wordPointer, coordinates, coordinateCount);
            for (; point < words.Length / WordsPerPoint && count + 2 <= normals.Length; point++)
            {
                double x1 = coordinates[2 * point];
                double x2 = coordinates[(2 * point) + 1];
                double radiusSquared = (x1 * x1) + (x2 * x2);
                target[count] = x2;
                target[count + 1] = x1;
                radii[count] = radiusSquared;
                radii[count + 1] = radiusSquared;
                count += radiusSquared < 1 && radiusSquared != 0 ? 2 : 0;
            }

            for (int index = 0; index < count; index += 2)
            {
                logarithms[index] = logarithms[index + 1] = Math.Log(radii[index]);
            }

            Scale(radii, logarithms, target, count);
        }

        wordsTaken = point * WordsPerPoint;
        return count;
    }

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
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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

    private static void Scale(double* radii, double* logarithms, double* values, int count)
    {
        int done = SimdTiers.Current switch
        {
            SimdTier.Avx512 => Scale<Width512, Vector512<byte>>(radii, logarithms, values, count),
            SimdTier.Avx2 => Scale<Width256, Vector256<byte>>(radii, logarithms, values, count),
            SimdTier.Vector128 => Scale<Width128, Vector128<byte>>(radii, logarithms, values, count),
            _ => 0,
        };
        for (; done < count; done++)
        {
            values[done] = Math.Sqrt(-2 * logarithms[done] / radii[done]) * values[done];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Scale<TWidth, V>(double* radii, double* logarithms, double* values, int count)
        where TWidth : struct, ISimdWidth<V>
        where V : struct
    {
        int lanes = TWidth.ByteCount / sizeof(double);
        V minusTwo = TWidth.BroadcastDouble(-2);
        int index = 0;
        for (; index + lanes <= count; index += lanes)
        {
            V numerator = TWidth.MultiplyDouble(minusTwo, TWidth.Load(logarithms + index));
            V factor = TWidth.SquareRootDouble(TWidth.DivideDouble(numerator, TWidth.Load(radii + index)));
            TWidth.Store(TWidth.MultiplyDouble(factor, TWidth.Load(values + index)), values + index);
        }

        return index;
    }
}

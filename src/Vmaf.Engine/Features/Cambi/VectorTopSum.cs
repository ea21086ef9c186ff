using System.Numerics;
using System.Runtime.CompilerServices;
using Vmaf.Engine.Simd;

namespace Vmaf.Engine.Features.Cambi;

/// <summary>
/// Adds up the largest of many numbers without sorting them all: two numbers of a sorted sample that the last one to add should lie
/// between divide the others; those above are added, those between are divided again.
/// </summary>
internal sealed unsafe class VectorTopSum<TWidth, V>
    where TWidth : ISimdWidth<V>
    where V : struct
{
    private const int SampleCount = 512;

    // Ranks to either side of the expected one: four standard deviations of a sample's median.
    private const int SampleMargin = 48;

    // So many numbers below 2¹⁸ have an exact sum in double precision.
    private const int ExactLength = 1024;

    private readonly float[] _sample = new float[SampleCount];

    private static int Lanes => TWidth.ByteCount / sizeof(float);

    /// <summary>The exact sum of the largest numbers, rounded once.</summary>
    /// <param name="values">Numbers from ½ to 2¹⁸; a register of room follows. Changed.</param>
    /// <param name="count">How many they are.</param>
    /// <param name="top">How many to add up, at most <paramref name="count"/>.</param>
    /// <param name="spare">Scratch memory as large.</param>
    public double SumOfLargest(float* values, int count, int top, float* spare)
    {
        var sum = default(ExactSum);
        bool isStuck = false;
        while (top < count && count > SampleCount)
        {
            // A bracket of one value always divides: that value is not in what is left.
            (float low, float high) = Bracket(values, count, top);
            low = isStuck ? high : low;
            ExactSum above = sum;
            int aboveCount = Divide(values, count, low, high, spare, ref above, out int keptCount);
            isStuck = keptCount == count;
            if (aboveCount > top)
            {
                count = Keep(values, count, MathF.BitIncrement(high), float.PositiveInfinity, spare);
            }
            else if (aboveCount + keptCount < top)
            {
                sum = above;
                AddAll(spare, keptCount, ref sum);
                top -= aboveCount + keptCount;
                count = Keep(values, count, 0, MathF.BitDecrement(low), spare);
            }
            else
            {
                sum = above;
                top -= aboveCount;
                count = low == high ? top : keptCount;
            }

            float* kept = spare;
            spare = values;
            values = kept;
        }

        if (top < count)
        {
            var rest = new Span<float>(values, count);
            rest.Sort();
            values += count - top;
        }

        AddAll(values, top, ref sum);
        return sum.Value;
    }

    /// <summary>Two numbers of which the one of rank <paramref name="top"/> is probably between or equal.</summary>
    private (float Low, float High) Bracket(float* values, int count, int top)
    {
        for (int index = 0; index < SampleCount; index++)
        {
            _sample[index] = values[(long)index * count / SampleCount];
        }

        Array.Sort(_sample);
        int rank = SampleCount - 1 - (int)((long)top * SampleCount / count);
        return (_sample[Math.Max(rank - SampleMargin, 0)], _sample[Math.Min(rank + SampleMargin, SampleCount - 1)]);
    }

    /// <summary>Adds the numbers above a bracket to a sum, returns how many they are, and copies those in it.</summary>
    private static int Divide(float* values, int count, float low, float high, float* kept, ref ExactSum sum, out int keptCount)
    {
        V lowest = TWidth.BroadcastSingle(low);
        V highest = TWidth.BroadcastSingle(high);
        keptCount = 0;
        int aboveCount = 0;
        int index = 0;
        while (index + Lanes <= count)
        {
            V total = TWidth.Zero();
            for (int end = Math.Min(index + ExactLength, count); index + Lanes <= end; index += Lanes)
            {
                V value = TWidth.Load(values + index);
                V isAbove = TWidth.GreaterThanSingle(value, highest);
                V isKept = TWidth.AndNot(TWidth.GreaterThanOrEqualSingle(value, lowest), isAbove);
                aboveCount += BitOperations.PopCount(TWidth.MaskBits32(isAbove));
                total = Accumulate(total, TWidth.And(value, isAbove));
                keptCount += TWidth.CompressStore32(value, isKept, (int*)(kept + keptCount));
            }

            sum.Add(Total(total));
        }

        for (; index < count; index++)
        {
            float value = values[index];
            if (value > high)
            {
                sum.Add(value);
                aboveCount++;
            }
            else if (value >= low)
            {
                kept[keptCount++] = value;
            }
        }

        return aboveCount;
    }

    /// <summary>Copies the numbers in a range, both ends included; returns how many they are.</summary>
    private static int Keep(float* values, int count, float low, float high, float* kept)
    {
        var sum = default(ExactSum);
        Divide(values, count, low, high, kept, ref sum, out int keptCount);
        return keptCount;
    }

    private static void AddAll(float* values, int count, ref ExactSum sum)
    {
        int index = 0;
        while (index + Lanes <= count)
        {
            V total = TWidth.Zero();
            for (int end = Math.Min(index + ExactLength, count); index + Lanes <= end; index += Lanes)
            {
                total = Accumulate(total, TWidth.Load(values + index));
            }

            sum.Add(Total(total));
        }

        for (; index < count; index++)
        {
            sum.Add(values[index]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Accumulate(V total, V values) =>
        TWidth.AddDouble(total, TWidth.AddDouble(TWidth.ConvertLowerSingleToDouble(values), TWidth.ConvertUpperSingleToDouble(values)));

    private static double Total(V totals)
    {
        double* lanes = stackalloc double[TWidth.ByteCount / sizeof(double)];
        TWidth.Store(totals, lanes);
        double total = 0;
        for (int lane = 0; lane < TWidth.ByteCount / sizeof(double); lane++)
        {
            total += lanes[lane];
        }

        return total;
    }
}

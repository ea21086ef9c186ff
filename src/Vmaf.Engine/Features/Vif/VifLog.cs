using System.Numerics;

namespace Vmaf.Engine.Features.Vif;

/// <summary>
/// The logarithm of VIF: 2048 · log2 of a number of which only the 16 leading bits are looked at, rounded to the nearest whole number
/// from the single-precision logarithm, halves away from zero (libvmaf, integer_vif.c).
/// </summary>
internal static class VifLog
{
    /// <summary>Steps in one doubling.</summary>
    public const int StepsPerOctave = 2048;

    /// <summary>Values for 16-bit numbers with the top bit set, from 32,768 on.</summary>
    private static readonly ushort[] Table = CreateTable();

    /// <summary>The logarithm of a number.</summary>
    /// <param name="number">At least 32,768.</param>
    public static int Log2(ulong number)
    {
        int shift = 48 - BitOperations.LeadingZeroCount(number);
        return Table[(int)(number >> shift) - 32768] + (StepsPerOctave * shift);
    }

    private static ushort[] CreateTable()
    {
        var table = new ushort[32768];
        for (int i = 0; i < table.Length; i++)
        {
            // Through single precision: that rounding decides ties.
            table[i] = (ushort)Math.Round((float)Math.Log2(32768 + i) * StepsPerOctave, MidpointRounding.AwayFromZero);
        }

        return table;
    }
}

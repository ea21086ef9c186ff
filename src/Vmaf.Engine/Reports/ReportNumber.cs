using System.Globalization;

namespace Vmaf.Engine.Reports;

/// <summary>Numbers as they stand in logs (libvmaf, output.c).</summary>
internal static class ReportNumber
{
    private const int Decimals = 6;
    private const int DecimalsOfTinyFractions = 16;

    /// <summary>
    /// Six decimals, or sixteen where the fraction starts with six zeros or more; with a precision, as many significant digits.
    /// </summary>
    /// <param name="value">The number.</param>
    /// <param name="significantDigits">1 to 17, or <see langword="null"/> for libvmaf's rule.</param>
    public static string Format(double value, int? significantDigits)
    {
        if (!double.IsFinite(value))
        {
            return double.IsNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
        }

        if (significantDigits is { } digits)
        {
            return value.ToString($"G{digits}", CultureInfo.InvariantCulture);
        }

        return HasTinyFraction(value)
            ? value.ToString($"F{DecimalsOfTinyFractions}", CultureInfo.InvariantCulture)
            : FormatRoundingTiesToEven(value);
    }

    /// <summary>Reads a number of a log; C's spellings of NaN and infinity too.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">Receives the number.</param>
    public static bool TryParse(ReadOnlySpan<char> text, out double value)
    {
        switch (text.Trim())
        {
            case "nan" or "-nan" or "NaN" or "null":
                value = double.NaN;
                return true;
            case "inf" or "Infinity":
                value = double.PositiveInfinity;
                return true;
            case "-inf" or "-Infinity":
                value = double.NegativeInfinity;
                return true;
            default:
                return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);
        }
    }

    /// <summary>Whether it takes more than six shifts to bring a digit of the fraction before the point.</summary>
    private static bool HasTinyFraction(double value)
    {
        double magnitude = Math.Abs(value);
        double fraction = magnitude - Math.Truncate(magnitude);
        int shifts = 0;
        while (fraction is < 1 and not 0)
        {
            fraction *= 10;
            shifts++;
        }

        return shifts > Decimals;
    }

    /// <summary>
    /// C rounds a value half-way between two neighbours to the even one, .NET away from zero. Only multiples of 1/128 can lie half-way
    /// between numbers of six decimals, and those a decimal holds exactly.
    /// </summary>
    private static string FormatRoundingTiesToEven(double value)
    {
        const double LargestExact = 1L << 40;
        double scaled = value * 128;
        return Math.Abs(value) < LargestExact && scaled == Math.Truncate(scaled)
            ? Math.Round((decimal)value, Decimals, MidpointRounding.ToEven).ToString($"F{Decimals}", CultureInfo.InvariantCulture)
            : value.ToString($"F{Decimals}", CultureInfo.InvariantCulture);
    }
}

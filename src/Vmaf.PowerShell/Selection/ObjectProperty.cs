using System.Collections;
using System.Globalization;
using System.Management.Automation;
using Vmaf.Engine.Errors;

namespace Vmaf.PowerShell.Selection;

/// <summary>Reads values of users' objects: frames and results, rows of CSV files, and whatever else has properties.</summary>
internal static class ObjectProperty
{
    private const string WordRemedy = "Name a property with numbers; they have a decimal point and no group separators.";

    private const string DecimalCommaRemedy =
        "Numbers have a decimal point and no group separators. Export-Csv writes them as the culture has it, with and without -UseCulture: set "
        + "[cultureinfo]::CurrentCulture = 'en-US' before it, or write frames with Export-VmafReport -Format Csv.";

    private static readonly NumberFormatInfo DecimalComma = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = "." };

    /// <summary>The value of a property, without what PowerShell wraps around it; <see langword="null"/> where there is none.</summary>
    /// <param name="item">The object.</param>
    /// <param name="name">Name of the property.</param>
    /// <exception cref="VmafException"><see cref="VmafErrorIds.OptionInvalid"/>: the property's script failed.</exception>
    public static object? Value(PSObject item, string name)
    {
        try
        {
            return Unwrap(item.Properties[name]?.Value);
        }
        catch (Exception cause) when (ScriptFailure.Describe(cause) is { } reason)
        {
            throw new VmafException(
                VmafErrorIds.OptionInvalid, $"The script of the property '{name}' failed: {reason}", "Mend it, or name another property.", item, cause);
        }
    }

    /// <summary>The number in a property; <see langword="null"/> where there is none, or a blank, or one that is not finite.</summary>
    /// <param name="item">The object.</param>
    /// <param name="name">Name of the property.</param>
    /// <exception cref="VmafException"><see cref="VmafErrorIds.OptionInvalid"/>: the property has a text that is no number.</exception>
    public static double? Number(PSObject item, string name) => Number(Value(item, name), $"The property '{name}'", item);

    /// <summary>A value as a number; <see langword="null"/> where it is none, or blank, or not finite.</summary>
    /// <param name="value">The value.</param>
    /// <param name="place">What has it, as the error's first words.</param>
    /// <param name="target">What it is of, for the error.</param>
    /// <exception cref="VmafException"><see cref="VmafErrorIds.OptionInvalid"/>: it is a text that is no number.</exception>
    public static double? Number(object? value, string place, object? target) => TryNumber(value, out double? number)
        ? number
        : throw new VmafException(VmafErrorIds.OptionInvalid, $"{place} has '{value}', which is no number.", HasDecimalComma(value) ? DecimalCommaRemedy : WordRemedy, target);

    /// <summary>A value as a number: <see langword="null"/> where it is none, or blank, or not finite.</summary>
    /// <param name="value">The value.</param>
    /// <param name="number">The number.</param>
    /// <returns><see langword="false"/> for a text that is no number.</returns>
    public static bool TryNumber(object? value, out double? number)
    {
        number = null;
        value = Unwrap(value);
        if (value is not string text)
        {
            number = value is not null && LanguagePrimitives.TryConvertTo(value, CultureInfo.InvariantCulture, out double converted)
                ? Finite(converted)
                : null;
            return true;
        }

        // PowerShell's own conversion takes commas for group separators, wherever they stand: 95,3 would be 953.
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double read))
        {
            number = Finite(read);
            return true;
        }

        return string.IsNullOrWhiteSpace(text) || text.Trim() is "∞" or "-∞";
    }

    /// <summary>Whether a text is a number that a culture with decimal commas has written.</summary>
    /// <param name="value">The value.</param>
    public static bool HasDecimalComma(object? value) =>
        Unwrap(value) is string text && text.Contains(',', StringComparison.Ordinal)
            && double.TryParse(text, NumberStyles.Float | NumberStyles.AllowThousands, DecimalComma, out _);

    /// <summary>A value as text, numbers with a decimal point.</summary>
    /// <param name="value">The value.</param>
    public static string Text(object? value) =>
        Unwrap(value) is IFormattable number ? number.ToString(null, CultureInfo.InvariantCulture) : value?.ToString() ?? string.Empty;

    /// <summary>The values that a value stands for: those of a list, else itself.</summary>
    /// <param name="value">The value.</param>
    public static IEnumerable<object> Values(object? value) => Unwrap(value) switch
    {
        null => [],
        IEnumerable list and not (string or IDictionary) => list.Cast<object?>().OfType<object>(),
        object one => [one],
    };

    private static double? Finite(double number) => double.IsFinite(number) ? number : null;

    private static object? Unwrap(object? value) => value is PSObject { BaseObject: not PSCustomObject and { } inner } ? inner : value;
}

using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Vmaf.Engine.Assets;

/// <summary>
/// JSON in the one form that identifies an asset: keys sorted at every level, a space after each comma and colon, ASCII only, and
/// floating-point numbers in the shortest form that reads back, always recognisable as such.
/// </summary>
internal static class CanonicalJson
{
    /// <summary>Writes a value.</summary>
    /// <param name="value">Nothing, a truth value, a number, a text, a list, or a dictionary with text keys.</param>
    public static string Write(object? value)
    {
        var text = new StringBuilder();
        Append(text, value);
        return text.ToString();
    }

    /// <summary>Reads a value: objects become dictionaries, arrays lists, numbers without point and exponent whole numbers.</summary>
    /// <param name="element">The JSON.</param>
    public static object? Read(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().ToDictionary(member => member.Name, member => Read(member.Value), StringComparer.Ordinal),
        JsonValueKind.Array => element.EnumerateArray().Select(Read).ToList(),
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number when long.TryParse(element.GetRawText(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long whole) => whole,
        JsonValueKind.Number => element.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    private static void Append(StringBuilder text, object? value)
    {
        switch (value)
        {
            case null:
                text.Append("null");
                break;
            case bool flag:
                text.Append(flag ? "true" : "false");
                break;
            case string characters:
                AppendText(text, characters);
                break;
            case double or float or decimal:
                text.Append(Floating(Convert.ToDouble(value, CultureInfo.InvariantCulture)));
                break;
            case IEnumerable<KeyValuePair<string, object?>> members:
                AppendList(text, '{', members.OrderBy(member => member.Key, StringComparer.Ordinal), member => AppendMember(text, member), '}');
                break;
            case IDictionary dictionary:
                Append(text, dictionary.Keys.Cast<object>().ToDictionary(key => Convert.ToString(key, CultureInfo.InvariantCulture)!, key => dictionary[key]));
                break;
            case IEnumerable items:
                AppendList(text, '[', items.Cast<object?>(), item => Append(text, item), ']');
                break;
            case IFormattable number:
                text.Append(number.ToString(null, CultureInfo.InvariantCulture));
                break;
            default:
                throw new ArgumentException($"No JSON for a {value.GetType().Name}.", nameof(value));
        }
    }

    private static void AppendMember(StringBuilder text, KeyValuePair<string, object?> member)
    {
        AppendText(text, member.Key);
        text.Append(": ");
        Append(text, member.Value);
    }

    private static void AppendList<T>(StringBuilder text, char open, IEnumerable<T> items, Action<T> append, char close)
    {
        text.Append(open);
        bool isFirst = true;
        foreach (T item in items)
        {
            text.Append(isFirst ? string.Empty : ", ");
            append(item);
            isFirst = false;
        }

        text.Append(close);
    }

    private static void AppendText(StringBuilder text, string characters)
    {
        text.Append('"');
        foreach (char c in characters)
        {
            string? escape = c switch
            {
                '"' => "\\\"",
                '\\' => @"\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                '\b' => "\\b",
                '\f' => "\\f",
                < ' ' or > '~' => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => null,
            };
            _ = escape is null ? text.Append(c) : text.Append(escape);
        }

        text.Append('"');
    }

    /// <summary>As Python writes it: 1.0, 23.976, 1e-05, 1e+16.</summary>
    private static string Floating(double value)
    {
        const int FirstWithExponent = 16;
        const int LastWithoutExponent = -4;
        if (!double.IsFinite(value) || value == 0)
        {
            return double.IsNaN(value) ? "NaN" : value == 0 ? (double.IsNegative(value) ? "-0.0" : "0.0") : value > 0 ? "Infinity" : "-Infinity";
        }

        string sign = value < 0 ? "-" : string.Empty;
        (string digits, int exponent) = Shortest(Math.Abs(value));
        if (exponent is < LastWithoutExponent or >= FirstWithExponent)
        {
            string fraction = digits.Length > 1 ? "." + digits[1..] : string.Empty;
            return string.Create(CultureInfo.InvariantCulture, $"{sign}{digits[0]}{fraction}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}");
        }

        return exponent < 0
            ? $"{sign}0.{new string('0', -exponent - 1)}{digits}"
            : $"{sign}{digits[..Math.Min(digits.Length, exponent + 1)].PadRight(exponent + 1, '0')}.{(digits.Length > exponent + 1 ? digits[(exponent + 1)..] : "0")}";
    }

    /// <summary>The fewest digits that read back as the number, and the power of ten of the first.</summary>
    private static (string Digits, int Exponent) Shortest(double magnitude)
    {
        string[] parts = magnitude.ToString("R", CultureInfo.InvariantCulture).Split('E');
        int exponent = parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0;
        int point = parts[0].IndexOf('.', StringComparison.Ordinal);
        string digits = parts[0].Replace(".", string.Empty, StringComparison.Ordinal);
        string significant = digits.TrimStart('0');
        exponent += (point < 0 ? digits.Length : point) - 1 - (digits.Length - significant.Length);
        return (significant.TrimEnd('0'), exponent);
    }
}

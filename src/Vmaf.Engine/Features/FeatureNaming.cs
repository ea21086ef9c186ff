using System.Globalization;
using System.Text;

namespace Vmaf.Engine.Features;

/// <summary>
/// Names of features as they stand in logs: the alias of libvmaf's internal name, followed by the options that differ from their
/// defaults (libvmaf, feature_name.c and alias.c).
/// </summary>
public static class FeatureNaming
{
    /// <summary>The name in logs, for example <c>integer_vif_scale0_egl_1</c>.</summary>
    /// <param name="providedFeature">libvmaf's internal name, for example <c>VMAF_integer_feature_vif_scale0_score</c>.</param>
    /// <param name="options">The options in force.</param>
    public static string LogName(string providedFeature, FeatureOptionSet options)
    {
        var name = new StringBuilder(Alias(providedFeature));
        IReadOnlyList<FeatureOption> definitions = options.Extractor.Options;
        IEnumerable<int> inNameOrder = Enumerable.Range(0, definitions.Count)
            .Where(index => definitions[index].IsPartOfName && !options[index].Equals(definitions[index].DefaultValue))
            .OrderBy(index => definitions[index].Name, StringComparer.Ordinal);
        foreach (int index in inNameOrder)
        {
            name.Append('_').Append(definitions[index].Alias ?? definitions[index].Name);
            switch (options[index])
            {
                case bool:
                    break;
                case double number:
                    name.Append('_').Append(ShortestSixDigits(number));
                    break;
                default:
                    name.Append(CultureInfo.InvariantCulture, $"_{options[index]}");
                    break;
            }
        }

        return name.ToString();
    }

    /// <summary>
    /// The alias of an internal name: <c>VMAF_integer_feature_x_score</c> becomes <c>integer_x</c>, other <c>…_feature_x_score</c>
    /// become <c>x</c>. A name without an alias stays as it is; so does <c>VMAF_integer_feature_motion_sad_score</c>, as in libvmaf.
    /// </summary>
    /// <param name="providedFeature">libvmaf's internal name.</param>
    public static string Alias(string providedFeature)
    {
        const string IntegerPrefix = "VMAF_integer_feature_";
        const string Marker = "_feature_";
        const string Suffix = "_score";
        if (!providedFeature.EndsWith(Suffix, StringComparison.Ordinal)
            || providedFeature == "VMAF_integer_feature_motion_sad_score")
        {
            return providedFeature;
        }

        if (providedFeature.StartsWith(IntegerPrefix, StringComparison.Ordinal))
        {
            return $"integer_{providedFeature[IntegerPrefix.Length..^Suffix.Length]}";
        }

        int marker = providedFeature.IndexOf(Marker, StringComparison.Ordinal);
        return marker < 0 ? providedFeature : providedFeature[(marker + Marker.Length)..^Suffix.Length];
    }

    /// <summary>C's <c>%g</c>: six significant digits, no trailing zeros.</summary>
    private static string ShortestSixDigits(double value)
    {
        if (value == 0)
        {
            return "0";
        }

        int exponent = (int)Math.Floor(Math.Log10(Math.Abs(value)));
        if (exponent is < -4 or >= 6)
        {
            return value.ToString("0.#####e+00", CultureInfo.InvariantCulture);
        }

        return Math.Round(value, Math.Clamp(5 - exponent, 0, 15)).ToString("0.##########", CultureInfo.InvariantCulture);
    }
}

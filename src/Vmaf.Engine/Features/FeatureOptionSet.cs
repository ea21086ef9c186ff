using System.Globalization;
using Vmaf.Engine.Errors;

namespace Vmaf.Engine.Features;

/// <summary>Values for all options of one extractor: those given, and the defaults of the rest. Equal sets compare equal.</summary>
public sealed class FeatureOptionSet : IEquatable<FeatureOptionSet>
{
    private readonly object[] _values;

    private FeatureOptionSet(FeatureExtractorDefinition extractor, object[] values)
    {
        Extractor = extractor;
        _values = values;
    }

    /// <summary>The extractor that the options are for.</summary>
    public FeatureExtractorDefinition Extractor { get; }

    /// <summary>Reads option texts.</summary>
    /// <param name="extractor">The extractor that the options are for.</param>
    /// <param name="given">Option name to value text; names as in <see cref="FeatureOption.Name"/> or <see cref="FeatureOption.Alias"/>.</param>
    /// <exception cref="VmafException">
    /// <see cref="VmafErrorIds.OptionUnknown"/> for a name the extractor does not have, <see cref="VmafErrorIds.OptionInvalid"/> for a
    /// value that cannot be read or is out of range.
    /// </exception>
    public static FeatureOptionSet Parse(FeatureExtractorDefinition extractor, IEnumerable<KeyValuePair<string, string>>? given = null)
    {
        object[] values = [.. extractor.Options.Select(option => option.DefaultValue)];
        foreach ((string name, string text) in given ?? [])
        {
            int index = IndexOf(extractor, name);
            if (index < 0)
            {
                string nearest = NameSuggestion.Nearest(name, extractor.Options.Select(option => option.Name));
                throw new VmafException(
                    VmafErrorIds.OptionUnknown,
                    $"Feature extractor '{extractor.Name}' has no option '{name}'.",
                    extractor.Options.Count == 0 ? "It takes no options." : $"Nearest: {nearest}.",
                    name);
            }

            values[index] = ParseValue(extractor, extractor.Options[index], text);
        }

        return new FeatureOptionSet(extractor, values);
    }

    /// <summary>Value of a yes-or-no option.</summary>
    /// <param name="name">Name of the option.</param>
    public bool Boolean(string name) => (bool)_values[IndexOf(Extractor, name)];

    /// <summary>Value of a whole-number option.</summary>
    /// <param name="name">Name of the option.</param>
    public int Integer(string name) => (int)_values[IndexOf(Extractor, name)];

    /// <summary>Value of a number option.</summary>
    /// <param name="name">Name of the option.</param>
    public double Double(string name) => (double)_values[IndexOf(Extractor, name)];

    /// <summary>Value of a text option.</summary>
    /// <param name="name">Name of the option.</param>
    public string Text(string name) => (string)_values[IndexOf(Extractor, name)];

    /// <summary>Value of an option by its index in <see cref="FeatureExtractorDefinition.Options"/>.</summary>
    /// <param name="index">Index of the option.</param>
    public object this[int index] => _values[index];

    /// <summary>This set, with those yes-or-no options on too that are on in another.</summary>
    /// <param name="other">A set for the same extractor.</param>
    public FeatureOptionSet WithSwitchesOf(FeatureOptionSet other) =>
        new(Extractor, [.. _values.Select((value, index) => value is bool isOn ? isOn || (bool)other._values[index] : value)]);

    /// <inheritdoc/>
    public bool Equals(FeatureOptionSet? other) =>
        other is not null && ReferenceEquals(Extractor, other.Extractor) && _values.AsSpan().SequenceEqual(other._values);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FeatureOptionSet);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.Add(Extractor.Name);
        foreach (object value in _values)
        {
            hash.Add(value);
        }

        return hash.ToHashCode();
    }

    private static int IndexOf(FeatureExtractorDefinition extractor, string name)
    {
        for (int index = 0; index < extractor.Options.Count; index++)
        {
            if (extractor.Options[index].Name == name || extractor.Options[index].Alias == name)
            {
                return index;
            }
        }

        return -1;
    }

    private static object ParseValue(FeatureExtractorDefinition extractor, FeatureOption option, string text)
    {
        switch (option.Kind)
        {
            case FeatureOptionKind.Boolean when text is "true" or "True" or "1":
                return true;
            case FeatureOptionKind.Boolean when text is "false" or "False" or "0":
                return false;
            case FeatureOptionKind.Integer when int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int integer)
                && integer >= option.Minimum && integer <= option.Maximum:
                return integer;
            case FeatureOptionKind.Double when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
                && number >= option.Minimum && number <= option.Maximum:
                return number;
            case FeatureOptionKind.Text:
                return text;
            default:
                string expected = option.Kind switch
                {
                    FeatureOptionKind.Boolean => "true or false",
                    FeatureOptionKind.Integer => string.Create(CultureInfo.InvariantCulture, $"a whole number from {option.Minimum} to {option.Maximum}"),
                    _ => string.Create(CultureInfo.InvariantCulture, $"a number from {option.Minimum} to {option.Maximum}"),
                };
                throw new VmafException(
                    VmafErrorIds.OptionInvalid,
                    $"Option '{option.Name}' of feature extractor '{extractor.Name}' cannot be '{text}'.",
                    $"Give {expected}.",
                    option.Name);
        }
    }
}

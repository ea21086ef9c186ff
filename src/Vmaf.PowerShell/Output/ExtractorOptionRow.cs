using System.Globalization;
using Vmaf.Engine.Features;

namespace Vmaf.PowerShell.Output;

/// <summary>An option of a feature extractor.</summary>
public sealed class ExtractorOptionRow
{
    internal ExtractorOptionRow(string extractor, FeatureOption option)
    {
        Extractor = extractor;
        Name = option.Name;
        Alias = option.Alias;
        Kind = option.Kind;
        DefaultValue = option.DefaultValue;
        Minimum = double.IsFinite(option.Minimum) ? option.Minimum : null;
        Maximum = double.IsFinite(option.Maximum) ? option.Maximum : null;
        Description = option.Description;
        IsPartOfName = option.IsPartOfName;
    }

    /// <summary>The extractor that it is an option of.</summary>
    public string Extractor { get; }

    /// <summary>Name, as in <c>-Feature 'adm=debug=true'</c>.</summary>
    public string Name { get; }

    /// <summary>Short name, which is taken too, and which stands in names of features where the value is not the default.</summary>
    public string? Alias { get; }

    /// <summary>Type of the value.</summary>
    public FeatureOptionKind Kind { get; }

    /// <summary>The value where none is given.</summary>
    public object DefaultValue { get; }

    /// <summary>Least and largest value as one text; empty for what is no number.</summary>
    public string Range => Minimum is null && Maximum is null ? string.Empty : string.Create(CultureInfo.InvariantCulture, $"{Minimum}..{Maximum}");

    /// <summary>Least value; <see langword="null"/> where there is no limit.</summary>
    public double? Minimum { get; }

    /// <summary>Largest value; <see langword="null"/> where there is no limit.</summary>
    public double? Maximum { get; }

    /// <summary>What it does.</summary>
    public string Description { get; }

    /// <summary>Whether a value other than the default shows in the names of features.</summary>
    public bool IsPartOfName { get; }
}

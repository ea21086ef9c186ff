namespace Vmaf.Engine.Features;

/// <summary>Describes one option of a feature extractor, as libvmaf has it.</summary>
/// <param name="Name">Name, for example <c>vif_enhn_gain_limit</c>.</param>
/// <param name="Kind">Type of the value.</param>
/// <param name="DefaultValue">A <see cref="bool"/>, <see cref="int"/>, <see cref="double"/> or <see cref="string"/>, by <paramref name="Kind"/>.</param>
/// <param name="Description">What it does, one sentence.</param>
public sealed record FeatureOption(string Name, FeatureOptionKind Kind, object DefaultValue, string Description)
{
    /// <summary>Short name that stands in feature names in logs, for example <c>egl</c>; <see langword="null"/> to use <see cref="Name"/>.</summary>
    public string? Alias { get; init; }

    /// <summary>Least allowed value of a number.</summary>
    public double Minimum { get; init; } = double.NegativeInfinity;

    /// <summary>Largest allowed value of a number.</summary>
    public double Maximum { get; init; } = double.PositiveInfinity;

    /// <summary>Whether a value other than the default is part of the feature's name in logs (libvmaf's "feature param").</summary>
    public bool IsPartOfName { get; init; }

    /// <summary>A number that is part of names in logs.</summary>
    /// <param name="name">Name of the option.</param>
    /// <param name="alias">Its <see cref="Alias"/>.</param>
    /// <param name="defaultValue">Value where none is given.</param>
    /// <param name="minimum">Least allowed value.</param>
    /// <param name="maximum">Largest allowed value.</param>
    /// <param name="description">What it does, one sentence.</param>
    internal static FeatureOption Number(
        string name, string? alias, double defaultValue, double minimum, double maximum, string description) =>
        new(name, FeatureOptionKind.Double, defaultValue, description) { Alias = alias, Minimum = minimum, Maximum = maximum, IsPartOfName = true };

    /// <summary>A whole number that is part of names in logs.</summary>
    /// <param name="name">Name of the option.</param>
    /// <param name="alias">Its <see cref="Alias"/>.</param>
    /// <param name="defaultValue">Value where none is given.</param>
    /// <param name="minimum">Least allowed value.</param>
    /// <param name="maximum">Largest allowed value.</param>
    /// <param name="description">What it does, one sentence.</param>
    internal static FeatureOption WholeNumber(
        string name, string? alias, int defaultValue, int minimum, int maximum, string description) =>
        new(name, FeatureOptionKind.Integer, defaultValue, description) { Alias = alias, Minimum = minimum, Maximum = maximum, IsPartOfName = true };

    /// <summary>A switch that is off by default, and part of names in logs where it is on.</summary>
    /// <param name="name">Name of the option.</param>
    /// <param name="alias">Its <see cref="Alias"/>.</param>
    /// <param name="description">What it does, one sentence.</param>
    internal static FeatureOption Switch(string name, string? alias, string description) =>
        new(name, FeatureOptionKind.Boolean, false, description) { Alias = alias, IsPartOfName = true };
}

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
}

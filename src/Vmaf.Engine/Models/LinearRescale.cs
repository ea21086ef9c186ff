namespace Vmaf.Engine.Models;

/// <summary>The normalisation x' = slope · x + intercept of a feature or of the score.</summary>
/// <param name="Slope">Slope, not zero.</param>
/// <param name="Intercept">Intercept.</param>
public sealed record LinearRescale(double Slope, double Intercept)
{
    /// <summary>Normalises.</summary>
    /// <param name="value">A raw value.</param>
    public double Apply(double value) => (Slope * value) + Intercept;

    /// <summary>Undoes <see cref="Apply"/>.</summary>
    /// <param name="normalized">A normalised value.</param>
    public double Invert(double normalized) => (normalized - Intercept) / Slope;
}

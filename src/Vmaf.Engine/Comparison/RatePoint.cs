namespace Vmaf.Engine.Comparison;

/// <summary>One encode: what it costs and how good it is.</summary>
/// <param name="Bitrate">Bits a second in any unit, the same for all points that are compared; above 0.</param>
/// <param name="Score">Quality by any metric of which more is better.</param>
public readonly record struct RatePoint(double Bitrate, double Score);

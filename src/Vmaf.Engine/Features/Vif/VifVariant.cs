namespace Vmaf.Engine.Features.Vif;

/// <summary>The options of one variant.</summary>
/// <param name="GainLimit">Largest enhancement gain that counts, 1 to 100.</param>
/// <param name="SkipsScale0">Whether the first scale is left out.</param>
/// <param name="IsDebug">Whether sums are reported beside the scores.</param>
internal sealed record VifVariant(double GainLimit, bool SkipsScale0, bool IsDebug)
{
    /// <summary>Scores of the scales, and with them the combined score and all sums.</summary>
    public int FeatureCount => IsDebug ? VifDefinition.FeatureCount : VifArithmetic.ScaleCount;

    /// <summary>Reads the options.</summary>
    /// <param name="options">Options of <see cref="VifDefinition"/>.</param>
    public static VifVariant From(FeatureOptionSet options) => new(
        options.Double(VifDefinition.GainLimitOption),
        options.Boolean(VifDefinition.SkipScale0Option),
        options.Boolean(VifDefinition.DebugOption));
}

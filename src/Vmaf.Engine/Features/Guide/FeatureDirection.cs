namespace Vmaf.Engine.Features.Guide;

/// <summary>What a larger value of a feature says about the distorted video.</summary>
public enum FeatureDirection
{
    /// <summary>It looks more like the reference.</summary>
    HigherIsBetter,

    /// <summary>It looks less like the reference.</summary>
    LowerIsBetter,

    /// <summary>Nothing: the feature is about the content, or is an intermediate sum.</summary>
    Neither,
}

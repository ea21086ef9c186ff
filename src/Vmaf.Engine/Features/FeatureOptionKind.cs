namespace Vmaf.Engine.Features;

/// <summary>Type of a feature option's value.</summary>
public enum FeatureOptionKind
{
    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A double-precision number.</summary>
    Double,

    /// <summary>Text.</summary>
    Text,
}

namespace Vmaf.Engine.Features.NaturalScene;

/// <summary>How a picture goes on beyond its edges.</summary>
internal enum EdgeRule
{
    /// <summary>With zeros.</summary>
    Zero,

    /// <summary>With the sample at the edge.</summary>
    Nearest,
}

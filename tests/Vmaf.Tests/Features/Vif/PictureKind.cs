namespace Vmaf.Tests.Features.Vif;

/// <summary>Kinds of content that <see cref="TestPicture"/> draws.</summary>
public enum PictureKind
{
    /// <summary>Every sample the same.</summary>
    Flat,

    /// <summary>A slope over both directions.</summary>
    Gradient,

    /// <summary>Any value in any place.</summary>
    Noise,

    /// <summary>Squares of 3 × 3 samples, of value 0 and of the largest value.</summary>
    Checkerboard,

    /// <summary>Coarse and fine waves with a little noise.</summary>
    Texture,

    /// <summary><see cref="Texture"/> with coarse steps.</summary>
    Quantised,

    /// <summary><see cref="Texture"/> with more contrast.</summary>
    Enhanced,
}

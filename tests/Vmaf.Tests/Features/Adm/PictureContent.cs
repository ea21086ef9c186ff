namespace Vmaf.Tests.Features.Adm;

/// <summary>What generated pictures show.</summary>
public enum PictureContent
{
    /// <summary>Both pictures independent noise over the full range.</summary>
    Noise,

    /// <summary>A gradient; the distorted picture with slight noise.</summary>
    NoisyGradient,

    /// <summary>One grey; the distorted picture another.</summary>
    Flat,

    /// <summary>Both pictures the same noise.</summary>
    Identical,

    /// <summary>A checkerboard of least and greatest samples against its negative.</summary>
    Checkerboard,

    /// <summary>Blocks of least and greatest samples at random, mostly the same in both pictures.</summary>
    Blocks,

    /// <summary>Noise of low contrast; the distorted picture with twice the contrast.</summary>
    Enhanced,

    /// <summary>Vertical stripes of least and greatest samples against horizontal ones.</summary>
    Stripes,
}

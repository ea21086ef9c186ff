namespace Vmaf.Engine.Features.SinglePrecision;

/// <summary>How a picture is brought to another size.</summary>
internal enum ResamplingMethod
{
    /// <summary>The sample at or before the place.</summary>
    Nearest,

    /// <summary>Straight lines between samples.</summary>
    Bilinear,

    /// <summary>Cubic convolution over 4 × 4 samples, parameter −0.75.</summary>
    Bicubic,

    /// <summary>Windowed sinc over 9 × 9 samples.</summary>
    Lanczos4,
}

namespace Vmaf.Engine.Features.Speed;

/// <summary>How a picture is scaled before it is measured.</summary>
internal enum PrescaleMethod
{
    /// <summary>The sample before or at a place.</summary>
    Nearest,

    /// <summary>Linear between the samples around a place.</summary>
    Bilinear,

    /// <summary>Cubic convolution over 4×4 samples, with a = −0.75.</summary>
    Bicubic,

    /// <summary>A Lanczos window over 9×9 samples.</summary>
    Lanczos4,
}

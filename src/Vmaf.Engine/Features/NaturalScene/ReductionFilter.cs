namespace Vmaf.Engine.Features.NaturalScene;

/// <summary>The window with which a picture is made smaller; it grows with the factor, so that every sample counts.</summary>
internal enum ReductionFilter
{
    /// <summary>A triangle, one output sample to either side.</summary>
    Bilinear,

    /// <summary>Cubic convolution with parameter −0.5, two output samples to either side.</summary>
    Bicubic,
}

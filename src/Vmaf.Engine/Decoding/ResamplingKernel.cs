namespace Vmaf.Engine.Decoding;

/// <summary>How pictures are scaled.</summary>
public enum ResamplingKernel
{
    /// <summary>Cubic, the default.</summary>
    Bicubic,

    /// <summary>Linear.</summary>
    Bilinear,

    /// <summary>Windowed sinc.</summary>
    Lanczos,
}

namespace Vmaf.Engine.Decoding;

/// <summary>The range of brightness that a video's transfer function is made for.</summary>
public enum DynamicRange
{
    /// <summary>Standard dynamic range, or the file does not say.</summary>
    Standard,

    /// <summary>High dynamic range by the perceptual quantizer (SMPTE ST 2084), as in HDR10 and Dolby Vision.</summary>
    PerceptualQuantizer,

    /// <summary>High dynamic range by hybrid log-gamma (ARIB STD-B67).</summary>
    HybridLogGamma,
}

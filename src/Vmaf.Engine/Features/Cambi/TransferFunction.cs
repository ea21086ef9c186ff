namespace Vmaf.Engine.Features.Cambi;

/// <summary>How a display turns luma into luminance.</summary>
internal enum TransferFunction
{
    /// <summary>ITU-R BT.1886 for a display of 0.01 to 300 cd/m².</summary>
    Bt1886,

    /// <summary>SMPTE ST 2084 (PQ).</summary>
    PerceptualQuantizer,
}

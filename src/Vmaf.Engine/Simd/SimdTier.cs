namespace Vmaf.Engine.Simd;

/// <summary>The instruction sets that the kernels are written for. All tiers give the same bits.</summary>
public enum SimdTier
{
    /// <summary>Plain C#, no vector instructions.</summary>
    Scalar = 0,

    /// <summary>128-bit vectors: SSE4.1 or Arm Advanced SIMD.</summary>
    Vector128 = 1,

    /// <summary>256-bit vectors: AVX2.</summary>
    Avx2 = 2,

    /// <summary>512-bit vectors: AVX-512 F, BW, CD, DQ and VL.</summary>
    Avx512 = 3,
}

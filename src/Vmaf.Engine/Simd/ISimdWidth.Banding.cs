namespace Vmaf.Engine.Simd;

/// <content>Operations of the banding kernels.</content>
internal unsafe partial interface ISimdWidth<V>
{
    /// <summary>The top bit of each 16-bit lane, lane 0 in bit 0.</summary>
    static abstract uint MaskBits16(V mask);

    /// <summary>The lower half of the float lanes as doubles.</summary>
    static abstract V ConvertLowerSingleToDouble(V a);

    /// <summary>The upper half of the float lanes as doubles.</summary>
    static abstract V ConvertUpperSingleToDouble(V a);
}

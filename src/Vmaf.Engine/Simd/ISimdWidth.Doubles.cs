namespace Vmaf.Engine.Simd;

/// <content>Double-precision operations of the model kernels.</content>
internal unsafe partial interface ISimdWidth<V>
{
    /// <summary>a · b + c in double lanes, rounded once; the same bits with and without hardware support.</summary>
    static abstract V MultiplyAddDouble(V a, V b, V c);
}

namespace Vmaf.Engine.Simd;

/// <content>Operations of the explanation kernels.</content>
internal unsafe partial interface ISimdWidth<V>
{
    /// <summary>Square root of double lanes.</summary>
    static abstract V SquareRootDouble(V a);
}

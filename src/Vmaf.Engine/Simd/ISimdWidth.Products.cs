namespace Vmaf.Engine.Simd;

/// <content>Products that are added up more exactly than they are made.</content>
internal unsafe partial interface ISimdWidth<V>
{
    /// <summary>
    /// Reads half a register of floats, multiplies them with the lower lanes of a register, rounded to single precision, and makes a
    /// register of doubles of the products.
    /// </summary>
    static abstract V MultiplySingleToDouble(float* address, V factors);
}

namespace Vmaf.Engine.Simd;

/// <content>Gathering of chosen lanes.</content>
internal unsafe partial interface ISimdWidth<V>
{
    /// <summary>
    /// Stores the 32-bit lanes whose mask is set one after the other, and returns how many they are. Up to a whole register is written; what
    /// follows the chosen lanes is undefined.
    /// </summary>
    static abstract int CompressStore32(V value, V mask, int* address);
}

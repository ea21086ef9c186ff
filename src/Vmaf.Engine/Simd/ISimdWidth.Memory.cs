namespace Vmaf.Engine.Simd;

/// <content>Loads and stores; those that change the lanes' width keep the order in memory.</content>
internal unsafe partial interface ISimdWidth<V>
{
    /// <summary>Loads a register; no alignment needed.</summary>
    static abstract V Load(void* address);

    /// <summary>Stores a register; no alignment needed.</summary>
    static abstract void Store(V value, void* address);

    /// <summary>Loads half a register of bytes, zero-extended to 16-bit lanes in memory order.</summary>
    static abstract V LoadWiden8To16(byte* address);

    /// <summary>Loads half a register of unsigned 16-bit words, zero-extended to 32-bit lanes in memory order.</summary>
    static abstract V LoadWiden16To32(ushort* address);

    /// <summary>Loads half a register of signed 16-bit words, sign-extended to 32-bit lanes in memory order.</summary>
    static abstract V LoadWidenSigned16To32(short* address);

    /// <summary>
    /// Stores the 32-bit lanes whose mask is set one after the other, and returns how many they are. Up to a whole register is written; what
    /// follows the chosen lanes is undefined.
    /// </summary>
    static abstract int CompressStore32(V value, V mask, int* address);

    /// <summary>Stores the low halves of 32-bit lanes, half a register of words in memory order.</summary>
    static abstract void StoreNarrowed32To16(V value, ushort* address);

    /// <summary>Loads a quarter register of bytes, zero-extended to 32-bit lanes in memory order.</summary>
    static abstract V LoadWiden8To32(byte* address);
}

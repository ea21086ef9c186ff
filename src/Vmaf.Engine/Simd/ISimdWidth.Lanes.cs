namespace Vmaf.Engine.Simd;

/// <content>Lanes brought to other places, or chosen.</content>
internal unsafe partial interface ISimdWidth<V>
{
    /// <summary>Interleaves the low halves of 16-bit lanes of each 128-bit block: a0 b0 a1 b1 …</summary>
    static abstract V UnpackLow16(V a, V b);

    /// <summary>Interleaves the high halves of 16-bit lanes of each 128-bit block: a0 b0 a1 b1 …</summary>
    static abstract V UnpackHigh16(V a, V b);

    /// <summary>Narrows signed 32-bit lanes to 16 bits with saturation; in each 128-bit block a then b.</summary>
    static abstract V PackSigned32To16(V a, V b);

    /// <summary>For each 32-bit lane the entry of a table of 16 that its low 4 bits select; the other bits are ignored.</summary>
    static abstract V Lookup16(float* table, V indices);

    /// <summary>The low halves of 32-bit lanes; in each 128-bit block a then b.</summary>
    static abstract V PackLowHalves32(V a, V b);

    /// <summary>The high halves of 32-bit lanes; in each 128-bit block a then b.</summary>
    static abstract V PackHighHalves32(V a, V b);

    /// <summary>The low halves of 32-bit lanes: all of a, then all of b.</summary>
    static abstract V PackLowHalvesInOrder32(V a, V b);

    /// <summary>The high halves of 32-bit lanes: all of a, then all of b.</summary>
    static abstract V PackHighHalvesInOrder32(V a, V b);

    /// <summary>The 32-bit lanes with even numbers: all of a, then all of b.</summary>
    static abstract V EvenLanes32(V a, V b);

    /// <summary>The 32-bit lanes with odd numbers: all of a, then all of b.</summary>
    static abstract V OddLanes32(V a, V b);
}

namespace Vmaf.Engine.Simd;

/// <summary>
/// The vector operations that differ only in register width. A kernel is written once, generic over the width, and the JIT makes a
/// version for each. A register is plain bits; each operation's name says how it reads them. Operations that work in 128-bit blocks
/// say so.
/// </summary>
/// <typeparam name="V">The register: a vector of bytes of the width.</typeparam>
internal unsafe partial interface ISimdWidth<V>
    where V : struct
{
    /// <summary>Bytes in a register: 64, 32 or 16.</summary>
    static abstract int ByteCount { get; }

    /// <summary>All bits zero.</summary>
    static abstract V Zero();

    /// <summary>The value in every 16-bit lane.</summary>
    static abstract V Broadcast16(short value);

    /// <summary>The value in every 32-bit lane.</summary>
    static abstract V Broadcast32(int value);

    /// <summary>The value in every 64-bit lane.</summary>
    static abstract V Broadcast64(long value);

    /// <summary>The value in every float lane.</summary>
    static abstract V BroadcastSingle(float value);

    /// <summary>The value in every double lane.</summary>
    static abstract V BroadcastDouble(double value);

    /// <summary>Bitwise and.</summary>
    static abstract V And(V a, V b);

    /// <summary>Bitwise or.</summary>
    static abstract V Or(V a, V b);

    /// <summary>Bitwise xor.</summary>
    static abstract V Xor(V a, V b);

    /// <summary>Bits of a that are not in b.</summary>
    static abstract V AndNot(V a, V b);

    /// <summary>Bitwise choice by mask.</summary>
    static abstract V Select(V mask, V whenSet, V whenClear);

    /// <summary>The top bit of each 32-bit lane, lane 0 in bit 0.</summary>
    static abstract uint MaskBits32(V mask);

    /// <summary>Whether all bits are zero.</summary>
    static abstract bool IsZero(V a);

    /// <summary>The top bit of each 16-bit lane, lane 0 in bit 0.</summary>
    static abstract uint MaskBits16(V mask);
}

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

    /// <summary>Loads a register; no alignment needed.</summary>
    static abstract V Load(void* address);

    /// <summary>Stores a register; no alignment needed.</summary>
    static abstract void Store(V value, void* address);

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

    /// <summary>Loads half a register of bytes, zero-extended to 16-bit lanes in memory order.</summary>
    static abstract V LoadWiden8To16(byte* address);

    /// <summary>Loads half a register of unsigned 16-bit words, zero-extended to 32-bit lanes in memory order.</summary>
    static abstract V LoadWiden16To32(ushort* address);

    /// <summary>Loads half a register of signed 16-bit words, sign-extended to 32-bit lanes in memory order.</summary>
    static abstract V LoadWidenSigned16To32(short* address);

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

    /// <summary>Adds 16-bit lanes, wrapping.</summary>
    static abstract V Add16(V a, V b);

    /// <summary>Subtracts 16-bit lanes, wrapping.</summary>
    static abstract V Subtract16(V a, V b);

    /// <summary>Shifts 16-bit lanes left.</summary>
    static abstract V ShiftLeft16(V a, int count);

    /// <summary>Shifts 16-bit lanes right, filling with zeros.</summary>
    static abstract V ShiftRightLogical16(V a, int count);

    /// <summary>Shifts 16-bit lanes right, filling with the sign.</summary>
    static abstract V ShiftRightArithmetic16(V a, int count);

    /// <summary>All ones in the 16-bit lanes that are equal.</summary>
    static abstract V Equals16(V a, V b);

    /// <summary>All ones in the signed 16-bit lanes where a is greater.</summary>
    static abstract V GreaterThan16(V a, V b);

    /// <summary>Adds 32-bit lanes, wrapping.</summary>
    static abstract V Add32(V a, V b);

    /// <summary>Subtracts 32-bit lanes, wrapping.</summary>
    static abstract V Subtract32(V a, V b);

    /// <summary>Shifts 32-bit lanes left.</summary>
    static abstract V ShiftLeft32(V a, int count);

    /// <summary>Shifts 32-bit lanes right, filling with zeros.</summary>
    static abstract V ShiftRightLogical32(V a, int count);

    /// <summary>Shifts 32-bit lanes right, filling with the sign.</summary>
    static abstract V ShiftRightArithmetic32(V a, int count);

    /// <summary>All ones in the 32-bit lanes that are equal.</summary>
    static abstract V Equals32(V a, V b);

    /// <summary>All ones in the signed 32-bit lanes where a is greater.</summary>
    static abstract V GreaterThan32(V a, V b);

    /// <summary>Adds 64-bit lanes, wrapping.</summary>
    static abstract V Add64(V a, V b);

    /// <summary>Subtracts 64-bit lanes, wrapping.</summary>
    static abstract V Subtract64(V a, V b);

    /// <summary>Shifts 64-bit lanes left.</summary>
    static abstract V ShiftLeft64(V a, int count);

    /// <summary>Shifts 64-bit lanes right, filling with zeros.</summary>
    static abstract V ShiftRightLogical64(V a, int count);

    /// <summary>Shifts 64-bit lanes right, filling with the sign.</summary>
    static abstract V ShiftRightArithmetic64(V a, int count);

    /// <summary>Low 16 bits of the products of 16-bit lanes.</summary>
    static abstract V MultiplyLow16(V a, V b);

    /// <summary>Minimum of signed 16-bit lanes.</summary>
    static abstract V Min16(V a, V b);

    /// <summary>Minimum of unsigned 16-bit lanes.</summary>
    static abstract V MinUnsigned16(V a, V b);

    /// <summary>Maximum of signed 16-bit lanes.</summary>
    static abstract V Max16(V a, V b);

    /// <summary>Maximum of unsigned 16-bit lanes.</summary>
    static abstract V MaxUnsigned16(V a, V b);

    /// <summary>Absolute value of signed 16-bit lanes; the least value stays as it is.</summary>
    static abstract V Abs16(V a);

    /// <summary>Low 32 bits of the products of 32-bit lanes.</summary>
    static abstract V MultiplyLow32(V a, V b);

    /// <summary>Minimum of signed 32-bit lanes.</summary>
    static abstract V Min32(V a, V b);

    /// <summary>Minimum of unsigned 32-bit lanes.</summary>
    static abstract V MinUnsigned32(V a, V b);

    /// <summary>Maximum of signed 32-bit lanes.</summary>
    static abstract V Max32(V a, V b);

    /// <summary>Absolute value of signed 32-bit lanes; the least value stays as it is.</summary>
    static abstract V Abs32(V a);

    /// <summary>Products of signed 16-bit lanes, sums of neighbouring pairs in 32-bit lanes (vpmaddwd).</summary>
    static abstract V MultiplyAddAdjacent16(V a, V b);

    /// <summary>High 16 bits of the products of signed 16-bit lanes.</summary>
    static abstract V MultiplyHigh16(V a, V b);

    /// <summary>64-bit products of the signed low halves of 64-bit lanes (vpmuldq).</summary>
    static abstract V MultiplyEven32(V a, V b);

    /// <summary>64-bit products of the unsigned low halves of 64-bit lanes (vpmuludq).</summary>
    static abstract V MultiplyEvenUnsigned32(V a, V b);

    /// <summary>Interleaves the low halves of 16-bit lanes of each 128-bit block: a0 b0 a1 b1 …</summary>
    static abstract V UnpackLow16(V a, V b);

    /// <summary>Interleaves the high halves of 16-bit lanes of each 128-bit block: a0 b0 a1 b1 …</summary>
    static abstract V UnpackHigh16(V a, V b);

    /// <summary>Narrows signed 32-bit lanes to 16 bits with saturation; in each 128-bit block a then b.</summary>
    static abstract V PackSigned32To16(V a, V b);

    /// <summary>Adds float lanes.</summary>
    static abstract V AddSingle(V a, V b);

    /// <summary>Subtracts float lanes.</summary>
    static abstract V SubtractSingle(V a, V b);

    /// <summary>Multiplies float lanes.</summary>
    static abstract V MultiplySingle(V a, V b);

    /// <summary>Divides float lanes.</summary>
    static abstract V DivideSingle(V a, V b);

    /// <summary>All ones in the float lanes where a is greater.</summary>
    static abstract V GreaterThanSingle(V a, V b);

    /// <summary>All ones in the float lanes where a is greater or equal.</summary>
    static abstract V GreaterThanOrEqualSingle(V a, V b);

    /// <summary>Rounds float lanes down to whole numbers.</summary>
    static abstract V FloorSingle(V a);

    /// <summary>Adds double lanes.</summary>
    static abstract V AddDouble(V a, V b);

    /// <summary>Subtracts double lanes.</summary>
    static abstract V SubtractDouble(V a, V b);

    /// <summary>Multiplies double lanes.</summary>
    static abstract V MultiplyDouble(V a, V b);

    /// <summary>Divides double lanes.</summary>
    static abstract V DivideDouble(V a, V b);

    /// <summary>All ones in the double lanes where a is greater.</summary>
    static abstract V GreaterThanDouble(V a, V b);

    /// <summary>All ones in the double lanes where a is greater or equal.</summary>
    static abstract V GreaterThanOrEqualDouble(V a, V b);

    /// <summary>Signed 32-bit lanes to the nearest float.</summary>
    static abstract V ConvertInt32ToSingle(V a);

    /// <summary>The top bit of each 32-bit lane, lane 0 in bit 0.</summary>
    static abstract uint MaskBits32(V mask);

    /// <summary>Whether all bits are zero.</summary>
    static abstract bool IsZero(V a);

    /// <summary>Sum of 32-bit lanes, wrapping.</summary>
    static abstract int Sum32(V a);

    /// <summary>Sum of 64-bit lanes, wrapping.</summary>
    static abstract long Sum64(V a);
}

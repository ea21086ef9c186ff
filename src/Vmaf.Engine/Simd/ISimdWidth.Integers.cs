namespace Vmaf.Engine.Simd;

/// <content>Arithmetic and comparisons of whole-number lanes.</content>
internal partial interface ISimdWidth<V>
{
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

    /// <summary>Sum of 32-bit lanes, wrapping.</summary>
    static abstract int Sum32(V a);

    /// <summary>Sum of 64-bit lanes, wrapping.</summary>
    static abstract long Sum64(V a);

    /// <summary>High 16 bits of the products of unsigned 16-bit lanes.</summary>
    static abstract V MultiplyHighUnsigned16(V a, V b);

    /// <summary>Products of signed 16-bit lanes in units of 2⁻¹⁵, rounded half up; not for both lanes −32768.</summary>
    static abstract V MultiplyHighRound16(V a, V b);

    /// <summary>Shifts each 32-bit lane left by a count of its own, 0 to 31.</summary>
    static abstract V ShiftLeftVariable32(V a, V counts);

    /// <summary>Shifts each 32-bit lane right by a count of its own, 0 to 31, filling with zeros.</summary>
    static abstract V ShiftRightLogicalVariable32(V a, V counts);
}

namespace Vmaf.Engine.Simd;

/// <content>Fixed-point arithmetic, and changes of lane width that keep the order in memory.</content>
internal partial interface ISimdWidth<V>
{
    /// <summary>Products of signed 16-bit lanes in units of 2⁻¹⁵, rounded half up; not for both lanes −32768.</summary>
    static abstract V MultiplyHighRound16(V a, V b);

    /// <summary>The low halves of 32-bit lanes; in each 128-bit block a then b.</summary>
    static abstract V PackLowHalves32(V a, V b);

    /// <summary>The high halves of 32-bit lanes; in each 128-bit block a then b.</summary>
    static abstract V PackHighHalves32(V a, V b);

    /// <summary>The low halves of 32-bit lanes: all of a, then all of b.</summary>
    static abstract V PackLowHalvesInOrder32(V a, V b);

    /// <summary>The high halves of 32-bit lanes: all of a, then all of b.</summary>
    static abstract V PackHighHalvesInOrder32(V a, V b);

    /// <summary>Sign-extends the first half of the 16-bit lanes to 32 bits, in order.</summary>
    static abstract V WidenLowerSigned16To32(V a);

    /// <summary>Sign-extends the second half of the 16-bit lanes to 32 bits, in order.</summary>
    static abstract V WidenUpperSigned16To32(V a);

    /// <summary>Cuts float lanes to signed 32-bit lanes; they must be in range.</summary>
    static abstract V ConvertSingleToInt32(V a);

    /// <summary>Shifts each 32-bit lane left by a count of its own, 0 to 31.</summary>
    static abstract V ShiftLeftVariable32(V a, V counts);

    /// <summary>Shifts each 32-bit lane right by a count of its own, 0 to 31, filling with zeros.</summary>
    static abstract V ShiftRightLogicalVariable32(V a, V counts);
}

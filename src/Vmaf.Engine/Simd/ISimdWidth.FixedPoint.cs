namespace Vmaf.Engine.Simd;

/// <content>Fixed-point arithmetic, and changes of lane width that keep the order in memory.</content>
internal partial interface ISimdWidth<V>
{
    /// <summary>Products of signed 16-bit lanes in units of 2⁻¹⁵, rounded half up; not for both lanes −32768.</summary>
    static abstract V MultiplyHighRound16(V a, V b);

    /// <summary>Narrows signed 32-bit lanes to 16 bits with saturation: all of a, then all of b.</summary>
    static abstract V PackInOrder32To16(V a, V b);

    /// <summary>Sign-extends the first half of the 16-bit lanes to 32 bits, in order.</summary>
    static abstract V WidenLowerSigned16To32(V a);

    /// <summary>Sign-extends the second half of the 16-bit lanes to 32 bits, in order.</summary>
    static abstract V WidenUpperSigned16To32(V a);

    /// <summary>Doubles cut to signed 32-bit lanes: all of lower, then all of upper; they must be in range.</summary>
    static abstract V ConvertDoubleToInt32(V lower, V upper);

    /// <summary>The greater of double lanes; none may be NaN.</summary>
    static abstract V MaxDouble(V a, V b);
}

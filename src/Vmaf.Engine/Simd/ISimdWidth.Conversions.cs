namespace Vmaf.Engine.Simd;

/// <content>Numbers of one kind as another kind.</content>
internal unsafe partial interface ISimdWidth<V>
{
    /// <summary>Signed 32-bit lanes to the nearest float.</summary>
    static abstract V ConvertInt32ToSingle(V a);

    /// <summary>The lower half of the float lanes as doubles.</summary>
    static abstract V ConvertLowerSingleToDouble(V a);

    /// <summary>The upper half of the float lanes as doubles.</summary>
    static abstract V ConvertUpperSingleToDouble(V a);

    /// <summary>The lower half of the signed 32-bit lanes as doubles.</summary>
    static abstract V ConvertLowerInt32ToDouble(V a);

    /// <summary>The upper half of the signed 32-bit lanes as doubles.</summary>
    static abstract V ConvertUpperInt32ToDouble(V a);

    /// <summary>Two registers of doubles to one of signed 32-bit lanes, toward zero. Values out of range give any number.</summary>
    static abstract V TruncateDoublesToInt32(V lower, V upper);

    /// <summary>Float lanes to signed 32-bit lanes, toward zero. Values out of range give any number.</summary>
    static abstract V TruncateSingleToInt32(V a);

    /// <summary>
    /// Positive 32-bit lanes to floats whose exponent and top 15 fraction bits are those of the number; the rest of the fraction is
    /// not specified.
    /// </summary>
    static abstract V ConvertInt32ToSingleTop16(V a);

    /// <summary>Sign-extends the first half of the 16-bit lanes to 32 bits, in order.</summary>
    static abstract V WidenLowerSigned16To32(V a);

    /// <summary>Sign-extends the second half of the 16-bit lanes to 32 bits, in order.</summary>
    static abstract V WidenUpperSigned16To32(V a);

    /// <summary>Cuts float lanes to signed 32-bit lanes; they must be in range.</summary>
    static abstract V ConvertSingleToInt32(V a);

    /// <summary>
    /// Reads half a register of floats, multiplies them with the lower lanes of a register, rounded to single precision, and makes a
    /// register of doubles of the products.
    /// </summary>
    static abstract V MultiplySingleToDouble(float* address, V factors);

    /// <summary>Two registers of doubles to one of floats, each rounded to the nearest.</summary>
    static abstract V NarrowDoublesToSingle(V lower, V upper);
}

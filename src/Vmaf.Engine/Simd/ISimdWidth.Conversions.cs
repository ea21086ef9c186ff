namespace Vmaf.Engine.Simd;

/// <content>Changes of number format, and what kernels need around them.</content>
internal unsafe partial interface ISimdWidth<V>
{
    /// <summary>High 16 bits of the products of unsigned 16-bit lanes.</summary>
    static abstract V MultiplyHighUnsigned16(V a, V b);

    /// <summary>Minimum of double lanes; neither may be NaN.</summary>
    static abstract V MinDouble(V a, V b);

    /// <summary>a · b + c in float lanes, rounded once or twice, whichever is faster: not the same bits everywhere.</summary>
    static abstract V MultiplyAddSingleEstimate(V a, V b, V c);

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

    /// <summary>For each 32-bit lane the entry of a table of 16 that its low 4 bits select; the other bits are ignored.</summary>
    static abstract V Lookup16(float* table, V indices);

    /// <summary>Stores the low halves of 32-bit lanes, half a register of words in memory order.</summary>
    static abstract void StoreNarrowed32To16(V value, ushort* address);
}

namespace Vmaf.Engine.Simd;

/// <content>Arithmetic and comparisons of double lanes.</content>
internal partial interface ISimdWidth<V>
{
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

    /// <summary>Minimum of double lanes; neither may be NaN.</summary>
    static abstract V MinDouble(V a, V b);

    /// <summary>a · b + c in double lanes, rounded once; the same bits with and without hardware support.</summary>
    static abstract V MultiplyAddDouble(V a, V b, V c);

    /// <summary>Square root of double lanes.</summary>
    static abstract V SquareRootDouble(V a);
}

namespace Vmaf.Engine.Simd;

/// <content>Arithmetic and comparisons of float lanes.</content>
internal partial interface ISimdWidth<V>
{
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

    /// <summary>a · b + c in float lanes, rounded once or twice, whichever is faster: not the same bits everywhere.</summary>
    static abstract V MultiplyAddSingleEstimate(V a, V b, V c);

    /// <summary>Square root of float lanes.</summary>
    static abstract V SquareRootSingle(V a);

    /// <summary>Absolute value of float lanes.</summary>
    static abstract V AbsSingle(V a);

    /// <summary>Minimum of float lanes; neither may be NaN.</summary>
    static abstract V MinSingle(V a, V b);

    /// <summary>Maximum of float lanes; neither may be NaN.</summary>
    static abstract V MaxSingle(V a, V b);
}

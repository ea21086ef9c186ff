namespace Vmaf.Engine.Simd;

/// <content>Single-precision arithmetic and its way to and from double precision.</content>
internal unsafe partial interface ISimdWidth<V>
{
    /// <summary>Loads a quarter register of bytes, zero-extended to 32-bit lanes in memory order.</summary>
    static abstract V LoadWiden8To32(byte* address);

    /// <summary>Two registers of doubles to one of floats, each rounded to the nearest.</summary>
    static abstract V NarrowDoublesToSingle(V lower, V upper);

    /// <summary>Square root of float lanes.</summary>
    static abstract V SquareRootSingle(V a);

    /// <summary>Absolute value of float lanes.</summary>
    static abstract V AbsSingle(V a);

    /// <summary>Minimum of float lanes; neither may be NaN.</summary>
    static abstract V MinSingle(V a, V b);

    /// <summary>Maximum of float lanes; neither may be NaN.</summary>
    static abstract V MaxSingle(V a, V b);

    /// <summary>The 32-bit lanes with even numbers: all of a, then all of b.</summary>
    static abstract V EvenLanes32(V a, V b);

    /// <summary>The 32-bit lanes with odd numbers: all of a, then all of b.</summary>
    static abstract V OddLanes32(V a, V b);
}

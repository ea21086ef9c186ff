using System.Runtime.CompilerServices;

namespace Vmaf.Engine.Simd;

/// <summary>What kernels tell the compiler.</summary>
internal static class JitHint
{
    /// <summary>
    /// Compile fully at the first call, not quickly first. The compiler ahead of time passes such methods over, so there they go
    /// without: it does the same anyway.
    /// </summary>
#if AHEAD_OF_TIME
    public const MethodImplOptions FullyAtOnce = 0;
#else
    public const MethodImplOptions FullyAtOnce = MethodImplOptions.AggressiveOptimization;
#endif

    /// <summary>
    /// Compile fully, and at the first call in any build: for loops that call the engine's small methods, which the compiler ahead of time
    /// does not inline into code that is generic over registers.
    /// </summary>
    public const MethodImplOptions JustInTime = MethodImplOptions.AggressiveOptimization;
}

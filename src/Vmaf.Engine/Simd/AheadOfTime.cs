using System.Diagnostics;

namespace Vmaf.Engine.Simd;

/// <summary>Help for the compiler ahead of time.</summary>
internal static class AheadOfTime
{
    /// <summary>
    /// Names methods that are called through an interface or a base class only. Of types that are generic over registers the compiler
    /// takes what code names, and does not look through such calls. Does nothing when run.
    /// </summary>
    /// <param name="methods">The methods.</param>
    [Conditional("AHEAD_OF_TIME")]
    public static void Include(params ReadOnlySpan<Delegate> methods)
    {
        // That the caller makes the delegates is all it takes.
    }
}

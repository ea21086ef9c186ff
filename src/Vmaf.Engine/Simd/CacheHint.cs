using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Vmaf.Engine.Simd;

/// <summary>
/// Hints of what will be read soon. Processors fetch ahead by themselves, but not across the pages of memory, and a page holds only two
/// rows of HD luma: a kernel that says which row comes next need not wait for its first lines.
/// </summary>
internal static unsafe class CacheHint
{
    /// <summary>Has a cache line fetched. It need not be readable memory; where there is no such instruction, nothing happens.</summary>
    /// <param name="address">Any address in the line.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Fetch(void* address)
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(address);
        }
    }
}

using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Vmaf.Engine.Simd;

/// <content>Operations of the explanation kernels.</content>
internal unsafe readonly partial struct Width512
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> SquareRootDouble(Vector512<byte> a) => Vector512.Sqrt(a.AsDouble()).AsByte();
}

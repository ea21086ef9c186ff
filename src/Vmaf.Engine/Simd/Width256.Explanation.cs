using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Vmaf.Engine.Simd;

/// <content>Operations of the explanation kernels.</content>
internal unsafe readonly partial struct Width256
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> SquareRootDouble(Vector256<byte> a) => Vector256.Sqrt(a.AsDouble()).AsByte();
}

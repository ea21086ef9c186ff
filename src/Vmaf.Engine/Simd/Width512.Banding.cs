using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Vmaf.Engine.Simd;

/// <content>Operations of the banding kernels.</content>
internal unsafe readonly partial struct Width512
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint MaskBits16(Vector512<byte> mask) => (uint)Vector512.ExtractMostSignificantBits(mask.AsInt16());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> ConvertLowerSingleToDouble(Vector512<byte> a) => Vector512.WidenLower(a.AsSingle()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> ConvertUpperSingleToDouble(Vector512<byte> a) => Vector512.WidenUpper(a.AsSingle()).AsByte();
}

using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Vmaf.Engine.Simd;

/// <content>Operations of the banding kernels.</content>
internal unsafe readonly partial struct Width256
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint MaskBits16(Vector256<byte> mask) => Vector256.ExtractMostSignificantBits(mask.AsInt16());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> ConvertLowerSingleToDouble(Vector256<byte> a) => Vector256.WidenLower(a.AsSingle()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> ConvertUpperSingleToDouble(Vector256<byte> a) => Vector256.WidenUpper(a.AsSingle()).AsByte();
}

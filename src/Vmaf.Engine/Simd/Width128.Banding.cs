using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Vmaf.Engine.Simd;

/// <content>Operations of the banding kernels.</content>
internal unsafe readonly partial struct Width128
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint MaskBits16(Vector128<byte> mask) => Vector128.ExtractMostSignificantBits(mask.AsInt16());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> ConvertLowerSingleToDouble(Vector128<byte> a) => Vector128.WidenLower(a.AsSingle()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> ConvertUpperSingleToDouble(Vector128<byte> a) => Vector128.WidenUpper(a.AsSingle()).AsByte();
}

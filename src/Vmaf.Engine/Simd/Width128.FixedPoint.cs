using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace Vmaf.Engine.Simd;

/// <content>Fixed-point arithmetic, and changes of lane width that keep the order in memory.</content>
internal readonly partial struct Width128
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> MultiplyHighRound16(Vector128<byte> a, Vector128<byte> b) => Ssse3.IsSupported ? Ssse3.MultiplyHighRoundScale(a.AsInt16(), b.AsInt16()).AsByte()
        : AdvSimd.IsSupported ? AdvSimd.MultiplyRoundedDoublingSaturateHigh(a.AsInt16(), b.AsInt16()).AsByte()
        : Vector128.Narrow(
            ((Vector128.WidenLower(a.AsInt16()) * Vector128.WidenLower(b.AsInt16())) + Vector128.Create(1 << 14)) >> 15,
            ((Vector128.WidenUpper(a.AsInt16()) * Vector128.WidenUpper(b.AsInt16())) + Vector128.Create(1 << 14)) >> 15).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> PackLowHalves32(Vector128<byte> a, Vector128<byte> b) => Vector128.Narrow(a.AsInt32(), b.AsInt32()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> PackHighHalves32(Vector128<byte> a, Vector128<byte> b) =>
        PackSigned32To16(ShiftRightArithmetic32(a, 16), ShiftRightArithmetic32(b, 16));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> PackLowHalvesInOrder32(Vector128<byte> a, Vector128<byte> b) => PackLowHalves32(a, b);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> PackHighHalvesInOrder32(Vector128<byte> a, Vector128<byte> b) => PackHighHalves32(a, b);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> WidenLowerSigned16To32(Vector128<byte> a) => Vector128.WidenLower(a.AsInt16()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> WidenUpperSigned16To32(Vector128<byte> a) => Vector128.WidenUpper(a.AsInt16()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> ConvertSingleToInt32(Vector128<byte> a) => Vector128.ConvertToInt32Native(a.AsSingle()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> ShiftLeftVariable32(Vector128<byte> a, Vector128<byte> counts) =>
        Portable128.ShiftLeftVariable(a.AsUInt32(), counts.AsInt32()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> ShiftRightLogicalVariable32(Vector128<byte> a, Vector128<byte> counts) =>
        Portable128.ShiftRightLogicalVariable(a.AsUInt32(), counts.AsInt32()).AsByte();
}

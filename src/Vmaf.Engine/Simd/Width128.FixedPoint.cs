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
    public static Vector128<byte> PackInOrder32To16(Vector128<byte> a, Vector128<byte> b) => PackSigned32To16(a, b);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> WidenLowerSigned16To32(Vector128<byte> a) => Vector128.WidenLower(a.AsInt16()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> WidenUpperSigned16To32(Vector128<byte> a) => Vector128.WidenUpper(a.AsInt16()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> ConvertDoubleToInt32(Vector128<byte> lower, Vector128<byte> upper) => Sse2.IsSupported
        ? Sse2.UnpackLow(
            Sse2.ConvertToVector128Int32WithTruncation(lower.AsDouble()).AsInt64(),
            Sse2.ConvertToVector128Int32WithTruncation(upper.AsDouble()).AsInt64()).AsByte()
        : Vector128.Narrow(Vector128.ConvertToInt64(lower.AsDouble()), Vector128.ConvertToInt64(upper.AsDouble())).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> MaxDouble(Vector128<byte> a, Vector128<byte> b) => Vector128.MaxNative(a.AsDouble(), b.AsDouble()).AsByte();
}

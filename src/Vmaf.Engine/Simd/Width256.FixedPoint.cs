using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Vmaf.Engine.Simd;

/// <content>Fixed-point arithmetic, and changes of lane width that keep the order in memory.</content>
internal readonly partial struct Width256
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> MultiplyHighRound16(Vector256<byte> a, Vector256<byte> b) => Avx2.MultiplyHighRoundScale(a.AsInt16(), b.AsInt16()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> PackInOrder32To16(Vector256<byte> a, Vector256<byte> b) => Avx2.Permute4x64(PackSigned32To16(a, b).AsInt64(), 0b11_01_10_00).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> WidenLowerSigned16To32(Vector256<byte> a) => Avx2.ConvertToVector256Int32(a.GetLower().AsInt16()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> WidenUpperSigned16To32(Vector256<byte> a) => Avx2.ConvertToVector256Int32(a.GetUpper().AsInt16()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> ConvertDoubleToInt32(Vector256<byte> lower, Vector256<byte> upper) =>
        Vector256.Create(Avx.ConvertToVector128Int32WithTruncation(lower.AsDouble()), Avx.ConvertToVector128Int32WithTruncation(upper.AsDouble())).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> MaxDouble(Vector256<byte> a, Vector256<byte> b) => Vector256.MaxNative(a.AsDouble(), b.AsDouble()).AsByte();
}

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
    public static Vector256<byte> PackLowHalves32(Vector256<byte> a, Vector256<byte> b) =>
        Avx2.PackUnsignedSaturate(a.AsInt32() & Vector256.Create(0xFFFF), b.AsInt32() & Vector256.Create(0xFFFF)).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> PackHighHalves32(Vector256<byte> a, Vector256<byte> b) =>
        PackSigned32To16(ShiftRightArithmetic32(a, 16), ShiftRightArithmetic32(b, 16));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> PackLowHalvesInOrder32(Vector256<byte> a, Vector256<byte> b) => Avx2.Permute4x64(PackLowHalves32(a, b).AsInt64(), 0b11_01_10_00).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> PackHighHalvesInOrder32(Vector256<byte> a, Vector256<byte> b) => Avx2.Permute4x64(PackHighHalves32(a, b).AsInt64(), 0b11_01_10_00).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> WidenLowerSigned16To32(Vector256<byte> a) => Avx2.ConvertToVector256Int32(a.GetLower().AsInt16()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> WidenUpperSigned16To32(Vector256<byte> a) => Avx2.ConvertToVector256Int32(a.GetUpper().AsInt16()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> ConvertSingleToInt32(Vector256<byte> a) => Avx.ConvertToVector256Int32WithTruncation(a.AsSingle()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> ShiftLeftVariable32(Vector256<byte> a, Vector256<byte> counts) => Avx2.ShiftLeftLogicalVariable(a.AsUInt32(), counts.AsUInt32()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> ShiftRightLogicalVariable32(Vector256<byte> a, Vector256<byte> counts) => Avx2.ShiftRightLogicalVariable(a.AsUInt32(), counts.AsUInt32()).AsByte();
}

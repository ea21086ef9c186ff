using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Vmaf.Engine.Simd;

/// <content>Fixed-point arithmetic, and changes of lane width that keep the order in memory.</content>
internal readonly partial struct Width512
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> MultiplyHighRound16(Vector512<byte> a, Vector512<byte> b) => Avx512BW.MultiplyHighRoundScale(a.AsInt16(), b.AsInt16()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> PackInOrder32To16(Vector512<byte> a, Vector512<byte> b) =>
        Avx512F.PermuteVar8x64(PackSigned32To16(a, b).AsInt64(), Vector512.Create(0L, 2, 4, 6, 1, 3, 5, 7)).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> WidenLowerSigned16To32(Vector512<byte> a) => Avx512F.ConvertToVector512Int32(a.GetLower().AsInt16()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> WidenUpperSigned16To32(Vector512<byte> a) => Avx512F.ConvertToVector512Int32(a.GetUpper().AsInt16()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> ConvertDoubleToInt32(Vector512<byte> lower, Vector512<byte> upper) =>
        Vector512.Create(Avx512F.ConvertToVector256Int32WithTruncation(lower.AsDouble()), Avx512F.ConvertToVector256Int32WithTruncation(upper.AsDouble())).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> MaxDouble(Vector512<byte> a, Vector512<byte> b) => Vector512.MaxNative(a.AsDouble(), b.AsDouble()).AsByte();
}

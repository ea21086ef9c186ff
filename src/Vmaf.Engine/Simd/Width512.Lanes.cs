using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Vmaf.Engine.Simd;

/// <content>Lanes brought to other places, or chosen.</content>
internal unsafe readonly partial struct Width512
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> UnpackLow16(Vector512<byte> a, Vector512<byte> b) => Avx512BW.UnpackLow(a.AsInt16(), b.AsInt16()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> UnpackHigh16(Vector512<byte> a, Vector512<byte> b) => Avx512BW.UnpackHigh(a.AsInt16(), b.AsInt16()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> PackSigned32To16(Vector512<byte> a, Vector512<byte> b) => Avx512BW.PackSignedSaturate(a.AsInt32(), b.AsInt32()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> Lookup16(float* table, Vector512<byte> indices) =>
        Avx512F.PermuteVar16x32(Vector512.Load(table), indices.AsInt32()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> PackLowHalves32(Vector512<byte> a, Vector512<byte> b) =>
        Choose16(
            a, b, Vector512.Create((short)0, 2, 4, 6, 32, 34, 36, 38, 8, 10, 12, 14, 40, 42, 44, 46, 16, 18, 20, 22, 48, 50, 52, 54, 24, 26, 28, 30, 56, 58, 60, 62));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> PackHighHalves32(Vector512<byte> a, Vector512<byte> b) =>
        Choose16(
            a, b, Vector512.Create((short)1, 3, 5, 7, 33, 35, 37, 39, 9, 11, 13, 15, 41, 43, 45, 47, 17, 19, 21, 23, 49, 51, 53, 55, 25, 27, 29, 31, 57, 59, 61, 63));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> PackLowHalvesInOrder32(Vector512<byte> a, Vector512<byte> b) =>
        Choose16(
            a, b, Vector512.Create((short)0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30, 32, 34, 36, 38, 40, 42, 44, 46, 48, 50, 52, 54, 56, 58, 60, 62));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> PackHighHalvesInOrder32(Vector512<byte> a, Vector512<byte> b) =>
        Choose16(
            a, b, Vector512.Create((short)1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29, 31, 33, 35, 37, 39, 41, 43, 45, 47, 49, 51, 53, 55, 57, 59, 61, 63));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> EvenLanes32(Vector512<byte> a, Vector512<byte> b) =>
        Choose32(a, b, Vector512.Create(0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> OddLanes32(Vector512<byte> a, Vector512<byte> b) =>
        Choose32(a, b, Vector512.Create(1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29, 31));

    /// <summary>16-bit lanes of two registers: 0 to 31 are those of the first, 32 to 63 those of the second.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<byte> Choose16(Vector512<byte> a, Vector512<byte> b, Vector512<short> lanes) =>
        Avx512BW.PermuteVar32x16x2(a.AsInt16(), lanes, b.AsInt16()).AsByte();

    /// <summary>32-bit lanes of two registers: 0 to 15 are those of the first, 16 to 31 those of the second.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<byte> Choose32(Vector512<byte> a, Vector512<byte> b, Vector512<int> lanes) =>
        Avx512F.PermuteVar16x32x2(a.AsInt32(), lanes, b.AsInt32()).AsByte();
}

using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Vmaf.Engine.Simd;

/// <content>Single-precision arithmetic and its way to and from double precision.</content>
internal unsafe readonly partial struct Width512
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> LoadWiden8To32(byte* address) => Avx512F.ConvertToVector512Int32(Vector128.Load(address)).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> NarrowDoublesToSingle(Vector512<byte> lower, Vector512<byte> upper) =>
        Vector512.Narrow(lower.AsDouble(), upper.AsDouble()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> SquareRootSingle(Vector512<byte> a) => Vector512.Sqrt(a.AsSingle()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> AbsSingle(Vector512<byte> a) => Vector512.Abs(a.AsSingle()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> MinSingle(Vector512<byte> a, Vector512<byte> b) => Avx512F.Min(a.AsSingle(), b.AsSingle()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> MaxSingle(Vector512<byte> a, Vector512<byte> b) => Avx512F.Max(a.AsSingle(), b.AsSingle()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> EvenLanes32(Vector512<byte> a, Vector512<byte> b) =>
        Avx512F.PermuteVar16x32x2(a.AsInt32(), Vector512.Create(0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30), b.AsInt32()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> OddLanes32(Vector512<byte> a, Vector512<byte> b) =>
        Avx512F.PermuteVar16x32x2(a.AsInt32(), Vector512.Create(1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29, 31), b.AsInt32()).AsByte();
}

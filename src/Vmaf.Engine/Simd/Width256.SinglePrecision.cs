using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Vmaf.Engine.Simd;

/// <content>Single-precision arithmetic and its way to and from double precision.</content>
internal unsafe readonly partial struct Width256
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> LoadWiden8To32(byte* address) => Avx2.ConvertToVector256Int32(address).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> NarrowDoublesToSingle(Vector256<byte> lower, Vector256<byte> upper) =>
        Vector256.Narrow(lower.AsDouble(), upper.AsDouble()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> SquareRootSingle(Vector256<byte> a) => Vector256.Sqrt(a.AsSingle()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> AbsSingle(Vector256<byte> a) => Vector256.Abs(a.AsSingle()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> MinSingle(Vector256<byte> a, Vector256<byte> b) => Avx.Min(a.AsSingle(), b.AsSingle()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> MaxSingle(Vector256<byte> a, Vector256<byte> b) => Avx.Max(a.AsSingle(), b.AsSingle()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> EvenLanes32(Vector256<byte> a, Vector256<byte> b) =>
        Vector256.Create(Avx2.PermuteVar8x32(a.AsInt32(), Vector256.Create(0, 2, 4, 6, 0, 2, 4, 6)).GetLower(), Avx2.PermuteVar8x32(b.AsInt32(), Vector256.Create(0, 2, 4, 6, 0, 2, 4, 6)).GetLower()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> OddLanes32(Vector256<byte> a, Vector256<byte> b) =>
        Vector256.Create(Avx2.PermuteVar8x32(a.AsInt32(), Vector256.Create(1, 3, 5, 7, 1, 3, 5, 7)).GetLower(), Avx2.PermuteVar8x32(b.AsInt32(), Vector256.Create(1, 3, 5, 7, 1, 3, 5, 7)).GetLower()).AsByte();
}

using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Vmaf.Engine.Simd;

/// <content>Single-precision arithmetic and its way to and from double precision.</content>
internal unsafe readonly partial struct Width128
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> LoadWiden8To32(byte* address) =>
        Vector128.WidenLower(Vector128.WidenLower(Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<uint>(address)).AsByte())).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> NarrowDoublesToSingle(Vector128<byte> lower, Vector128<byte> upper) =>
        Vector128.Narrow(lower.AsDouble(), upper.AsDouble()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> SquareRootSingle(Vector128<byte> a) => Vector128.Sqrt(a.AsSingle()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> AbsSingle(Vector128<byte> a) => Vector128.Abs(a.AsSingle()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> MinSingle(Vector128<byte> a, Vector128<byte> b) => Vector128.MinNative(a.AsSingle(), b.AsSingle()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> MaxSingle(Vector128<byte> a, Vector128<byte> b) => Vector128.MaxNative(a.AsSingle(), b.AsSingle()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> EvenLanes32(Vector128<byte> a, Vector128<byte> b) =>
        Vector128.Create(Vector128.Shuffle(a.AsInt32(), Vector128.Create(0, 2, 0, 2)).GetLower(), Vector128.Shuffle(b.AsInt32(), Vector128.Create(0, 2, 0, 2)).GetLower()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> OddLanes32(Vector128<byte> a, Vector128<byte> b) =>
        Vector128.Create(Vector128.Shuffle(a.AsInt32(), Vector128.Create(1, 3, 1, 3)).GetLower(), Vector128.Shuffle(b.AsInt32(), Vector128.Create(1, 3, 1, 3)).GetLower()).AsByte();
}

using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Vmaf.Engine.Simd;

/// <content>Changes of number format, and what kernels need around them.</content>
internal unsafe readonly partial struct Width512
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> MultiplyHighUnsigned16(Vector512<byte> a, Vector512<byte> b) => Avx512BW.MultiplyHigh(a.AsUInt16(), b.AsUInt16()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> MinDouble(Vector512<byte> a, Vector512<byte> b) => Avx512F.Min(a.AsDouble(), b.AsDouble()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> MultiplyAddSingleEstimate(Vector512<byte> a, Vector512<byte> b, Vector512<byte> c) =>
        Avx512F.FusedMultiplyAdd(a.AsSingle(), b.AsSingle(), c.AsSingle()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> ConvertLowerInt32ToDouble(Vector512<byte> a) => Avx512F.ConvertToVector512Double(a.GetLower().AsInt32()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> ConvertUpperInt32ToDouble(Vector512<byte> a) => Avx512F.ConvertToVector512Double(a.GetUpper().AsInt32()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> TruncateDoublesToInt32(Vector512<byte> lower, Vector512<byte> upper) =>
        Avx512F.ConvertToVector256Int32WithTruncation(lower.AsDouble()).ToVector512Unsafe()
            .WithUpper(Avx512F.ConvertToVector256Int32WithTruncation(upper.AsDouble())).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> TruncateSingleToInt32(Vector512<byte> a) => Avx512F.ConvertToVector512Int32WithTruncation(a.AsSingle()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> ConvertInt32ToSingleTop16(Vector512<byte> a) =>
        Avx512F.ConvertToVector512Single(a.AsInt32(), FloatRoundingMode.ToZero).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> Lookup16(float* table, Vector512<byte> indices) =>
        Avx512F.PermuteVar16x32(Vector512.Load(table), indices.AsInt32()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreNarrowed32To16(Vector512<byte> value, ushort* address) => Avx512F.ConvertToVector256UInt16(value.AsUInt32()).Store(address);
}

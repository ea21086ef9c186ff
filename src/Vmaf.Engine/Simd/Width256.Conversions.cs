using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Vmaf.Engine.Simd;

/// <content>Changes of number format, and what kernels need around them.</content>
internal unsafe readonly partial struct Width256
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> MultiplyHighUnsigned16(Vector256<byte> a, Vector256<byte> b) => Avx2.MultiplyHigh(a.AsUInt16(), b.AsUInt16()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> MinDouble(Vector256<byte> a, Vector256<byte> b) => Avx.Min(a.AsDouble(), b.AsDouble()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> MultiplyAddSingleEstimate(Vector256<byte> a, Vector256<byte> b, Vector256<byte> c) =>
        Fma.MultiplyAdd(a.AsSingle(), b.AsSingle(), c.AsSingle()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> ConvertLowerInt32ToDouble(Vector256<byte> a) => Avx.ConvertToVector256Double(a.GetLower().AsInt32()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> ConvertUpperInt32ToDouble(Vector256<byte> a) => Avx.ConvertToVector256Double(a.GetUpper().AsInt32()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> TruncateDoublesToInt32(Vector256<byte> lower, Vector256<byte> upper) =>
        Avx.ConvertToVector128Int32WithTruncation(lower.AsDouble()).ToVector256Unsafe()
            .WithUpper(Avx.ConvertToVector128Int32WithTruncation(upper.AsDouble())).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> TruncateSingleToInt32(Vector256<byte> a) => Avx.ConvertToVector256Int32WithTruncation(a.AsSingle()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> ConvertInt32ToSingleTop16(Vector256<byte> a)
    {
        // The bit 16 places below the leading one is cleared, so that rounding cannot carry into the top 16 bits.
        Vector256<int> number = a.AsInt32();
        return Vector256.ConvertToSingle(Vector256.AndNot(number, Vector256.ShiftRightLogical(number, 16))).AsByte();
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> Lookup16(float* table, Vector256<byte> indices)
    {
        // Bits 0 to 2 select within a register, bit 3 between the two, through the sign bit that a blend looks at.
        Vector256<int> index = indices.AsInt32();
        return Avx.BlendVariable(
            Avx2.PermuteVar8x32(Vector256.Load(table), index),
            Avx2.PermuteVar8x32(Vector256.Load(table + 8), index),
            Vector256.ShiftLeft(index, 28).AsSingle()).AsByte();
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreNarrowed32To16(Vector256<byte> value, ushort* address)
    {
        Vector256<uint> low = value.AsUInt32() & Vector256.Create(0xFFFFu);
        Vector128.Narrow(low.GetLower(), low.GetUpper()).Store(address);
    }
}

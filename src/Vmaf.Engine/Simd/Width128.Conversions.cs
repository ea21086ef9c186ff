using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Vmaf.Engine.Simd;

/// <content>Changes of number format, and what kernels need around them.</content>
internal unsafe readonly partial struct Width128
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> MultiplyHighUnsigned16(Vector128<byte> a, Vector128<byte> b)
    {
        if (Sse2.IsSupported)
        {
            return Sse2.MultiplyHigh(a.AsUInt16(), b.AsUInt16()).AsByte();
        }

        (Vector128<uint> aLower, Vector128<uint> aUpper) = Vector128.Widen(a.AsUInt16());
        (Vector128<uint> bLower, Vector128<uint> bUpper) = Vector128.Widen(b.AsUInt16());
        return Vector128.Narrow((aLower * bLower) >> 16, (aUpper * bUpper) >> 16).AsByte();
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> MinDouble(Vector128<byte> a, Vector128<byte> b) => Vector128.MinNative(a.AsDouble(), b.AsDouble()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> MultiplyAddSingleEstimate(Vector128<byte> a, Vector128<byte> b, Vector128<byte> c) =>
        Vector128.MultiplyAddEstimate(a.AsSingle(), b.AsSingle(), c.AsSingle()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> ConvertLowerInt32ToDouble(Vector128<byte> a) =>
        (Sse2.IsSupported ? Sse2.ConvertToVector128Double(a.AsInt32()) : Vector128.ConvertToDouble(Vector128.WidenLower(a.AsInt32()))).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> ConvertUpperInt32ToDouble(Vector128<byte> a) =>
        (Sse2.IsSupported
            ? Sse2.ConvertToVector128Double(Sse2.UnpackHigh(a.AsInt64(), a.AsInt64()).AsInt32())
            : Vector128.ConvertToDouble(Vector128.WidenUpper(a.AsInt32()))).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> TruncateDoublesToInt32(Vector128<byte> lower, Vector128<byte> upper) =>
        (Sse2.IsSupported
            ? Sse2.UnpackLow(
                Sse2.ConvertToVector128Int32WithTruncation(lower.AsDouble()).AsInt64(),
                Sse2.ConvertToVector128Int32WithTruncation(upper.AsDouble()).AsInt64()).AsInt32()
            : Vector128.Narrow(Vector128.ConvertToInt64(lower.AsDouble()), Vector128.ConvertToInt64(upper.AsDouble()))).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> TruncateSingleToInt32(Vector128<byte> a) => Vector128.ConvertToInt32Native(a.AsSingle()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> ConvertInt32ToSingleTop16(Vector128<byte> a)
    {
        // The bit 16 places below the leading one is cleared, so that rounding cannot carry into the top 16 bits.
        Vector128<int> number = a.AsInt32();
        return Vector128.ConvertToSingle(Vector128.AndNot(number, Vector128.ShiftRightLogical(number, 16))).AsByte();
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> Lookup16(float* table, Vector128<byte> indices)
    {
        Vector128<int> index = indices.AsInt32() & Vector128.Create(15);
        return Vector128.Create(table[index[0]], table[index[1]], table[index[2]], table[index[3]]).AsByte();
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreNarrowed32To16(Vector128<byte> value, ushort* address)
    {
        Vector128<uint> low = value.AsUInt32() & Vector128.Create(0xFFFFu);
        Vector128.Narrow(low, low).GetLower().Store(address);
    }
}

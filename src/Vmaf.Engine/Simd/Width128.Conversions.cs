using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Vmaf.Engine.Simd;

/// <content>Numbers of one kind as another kind.</content>
internal unsafe readonly partial struct Width128
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> ConvertInt32ToSingle(Vector128<byte> a) => Vector128.ConvertToSingle(a.AsInt32()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> ConvertLowerSingleToDouble(Vector128<byte> a) => Vector128.WidenLower(a.AsSingle()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> ConvertUpperSingleToDouble(Vector128<byte> a) => Vector128.WidenUpper(a.AsSingle()).AsByte();

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
    public static Vector128<byte> WidenLowerSigned16To32(Vector128<byte> a) => Vector128.WidenLower(a.AsInt16()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> WidenUpperSigned16To32(Vector128<byte> a) => Vector128.WidenUpper(a.AsInt16()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> ConvertSingleToInt32(Vector128<byte> a) => Vector128.ConvertToInt32Native(a.AsSingle()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> MultiplySingleToDouble(float* address, Vector128<byte> factors)
    {
        Vector128<float> values = Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<double>(address)).AsSingle();
        return Vector128.WidenLower(values * factors.AsSingle()).AsByte();
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> NarrowDoublesToSingle(Vector128<byte> lower, Vector128<byte> upper) =>
        Vector128.Narrow(lower.AsDouble(), upper.AsDouble()).AsByte();
}

using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Vmaf.Engine.Simd;

/// <content>Numbers of one kind as another kind.</content>
internal unsafe readonly partial struct Width256
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> ConvertInt32ToSingle(Vector256<byte> a) => Vector256.ConvertToSingle(a.AsInt32()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> ConvertLowerSingleToDouble(Vector256<byte> a) => Vector256.WidenLower(a.AsSingle()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> ConvertUpperSingleToDouble(Vector256<byte> a) => Vector256.WidenUpper(a.AsSingle()).AsByte();

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
    public static Vector256<byte> WidenLowerSigned16To32(Vector256<byte> a) => Avx2.ConvertToVector256Int32(a.GetLower().AsInt16()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> WidenUpperSigned16To32(Vector256<byte> a) => Avx2.ConvertToVector256Int32(a.GetUpper().AsInt16()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> ConvertSingleToInt32(Vector256<byte> a) => Avx.ConvertToVector256Int32WithTruncation(a.AsSingle()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> MultiplySingleToDouble(float* address, Vector256<byte> factors) =>
        Avx.ConvertToVector256Double(Vector128.Load(address) * factors.GetLower().AsSingle()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> NarrowDoublesToSingle(Vector256<byte> lower, Vector256<byte> upper) =>
        Vector256.Narrow(lower.AsDouble(), upper.AsDouble()).AsByte();
}

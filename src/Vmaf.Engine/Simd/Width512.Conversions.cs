using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Vmaf.Engine.Simd;

/// <content>Numbers of one kind as another kind.</content>
internal unsafe readonly partial struct Width512
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> ConvertInt32ToSingle(Vector512<byte> a) => Vector512.ConvertToSingle(a.AsInt32()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> ConvertLowerSingleToDouble(Vector512<byte> a) => Vector512.WidenLower(a.AsSingle()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> ConvertUpperSingleToDouble(Vector512<byte> a) => Vector512.WidenUpper(a.AsSingle()).AsByte();

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
    public static Vector512<byte> WidenLowerSigned16To32(Vector512<byte> a) => Avx512F.ConvertToVector512Int32(a.GetLower().AsInt16()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> WidenUpperSigned16To32(Vector512<byte> a) => Avx512F.ConvertToVector512Int32(a.GetUpper().AsInt16()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> ConvertSingleToInt32(Vector512<byte> a) => Avx512F.ConvertToVector512Int32WithTruncation(a.AsSingle()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> MultiplySingleToDouble(float* address, Vector512<byte> factors) =>
        Avx512F.ConvertToVector512Double(Vector256.Load(address) * factors.GetLower().AsSingle()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> NarrowDoublesToSingle(Vector512<byte> lower, Vector512<byte> upper) =>
        Vector512.Narrow(lower.AsDouble(), upper.AsDouble()).AsByte();
}

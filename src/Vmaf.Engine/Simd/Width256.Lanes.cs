using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Vmaf.Engine.Simd;

/// <content>Lanes brought to other places, or chosen.</content>
internal unsafe readonly partial struct Width256
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> UnpackLow16(Vector256<byte> a, Vector256<byte> b) => Avx2.UnpackLow(a.AsInt16(), b.AsInt16()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> UnpackHigh16(Vector256<byte> a, Vector256<byte> b) => Avx2.UnpackHigh(a.AsInt16(), b.AsInt16()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> PackSigned32To16(Vector256<byte> a, Vector256<byte> b) => Avx2.PackSignedSaturate(a.AsInt32(), b.AsInt32()).AsByte();

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
    public static Vector256<byte> PackLowHalves32(Vector256<byte> a, Vector256<byte> b) =>
        Avx2.PackUnsignedSaturate(a.AsInt32() & Vector256.Create(0xFFFF), b.AsInt32() & Vector256.Create(0xFFFF)).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> PackHighHalves32(Vector256<byte> a, Vector256<byte> b) =>
        PackSigned32To16(ShiftRightArithmetic32(a, 16), ShiftRightArithmetic32(b, 16));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> PackLowHalvesInOrder32(Vector256<byte> a, Vector256<byte> b) => Avx2.Permute4x64(PackLowHalves32(a, b).AsInt64(), 0b11_01_10_00).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> PackHighHalvesInOrder32(Vector256<byte> a, Vector256<byte> b) => Avx2.Permute4x64(PackHighHalves32(a, b).AsInt64(), 0b11_01_10_00).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> EvenLanes32(Vector256<byte> a, Vector256<byte> b) =>
        Vector256.Create(Avx2.PermuteVar8x32(a.AsInt32(), Vector256.Create(0, 2, 4, 6, 0, 2, 4, 6)).GetLower(), Avx2.PermuteVar8x32(b.AsInt32(), Vector256.Create(0, 2, 4, 6, 0, 2, 4, 6)).GetLower()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> OddLanes32(Vector256<byte> a, Vector256<byte> b) =>
        Vector256.Create(Avx2.PermuteVar8x32(a.AsInt32(), Vector256.Create(1, 3, 5, 7, 1, 3, 5, 7)).GetLower(), Avx2.PermuteVar8x32(b.AsInt32(), Vector256.Create(1, 3, 5, 7, 1, 3, 5, 7)).GetLower()).AsByte();
}

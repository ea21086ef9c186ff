using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Vmaf.Engine.Simd;

/// <content>Lanes brought to other places, or chosen.</content>
internal unsafe readonly partial struct Width128
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> UnpackLow16(Vector128<byte> a, Vector128<byte> b) => Portable128.UnpackLow16(a.AsInt16(), b.AsInt16()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> UnpackHigh16(Vector128<byte> a, Vector128<byte> b) => Portable128.UnpackHigh16(a.AsInt16(), b.AsInt16()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> PackSigned32To16(Vector128<byte> a, Vector128<byte> b) => Portable128.PackSigned32To16(a.AsInt32(), b.AsInt32()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> Lookup16(float* table, Vector128<byte> indices)
    {
        Vector128<int> index = indices.AsInt32() & Vector128.Create(15);
        return Vector128.Create(table[index[0]], table[index[1]], table[index[2]], table[index[3]]).AsByte();
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> PackLowHalves32(Vector128<byte> a, Vector128<byte> b) => Vector128.Narrow(a.AsInt32(), b.AsInt32()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> PackHighHalves32(Vector128<byte> a, Vector128<byte> b) =>
        PackSigned32To16(ShiftRightArithmetic32(a, 16), ShiftRightArithmetic32(b, 16));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> PackLowHalvesInOrder32(Vector128<byte> a, Vector128<byte> b) => PackLowHalves32(a, b);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> PackHighHalvesInOrder32(Vector128<byte> a, Vector128<byte> b) => PackHighHalves32(a, b);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> EvenLanes32(Vector128<byte> a, Vector128<byte> b) =>
        Vector128.Create(Vector128.Shuffle(a.AsInt32(), Vector128.Create(0, 2, 0, 2)).GetLower(), Vector128.Shuffle(b.AsInt32(), Vector128.Create(0, 2, 0, 2)).GetLower()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> OddLanes32(Vector128<byte> a, Vector128<byte> b) =>
        Vector128.Create(Vector128.Shuffle(a.AsInt32(), Vector128.Create(1, 3, 1, 3)).GetLower(), Vector128.Shuffle(b.AsInt32(), Vector128.Create(1, 3, 1, 3)).GetLower()).AsByte();
}

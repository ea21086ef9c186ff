using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Vmaf.Engine.Simd;

/// <content>Loads and stores; those that change the lanes' width keep the order in memory.</content>
internal unsafe readonly partial struct Width128
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> Load(void* address) => Vector128.Load((byte*)address);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector128<byte> value, void* address) => value.Store((byte*)address);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> LoadWiden8To16(byte* address) => Vector128.WidenLower(Vector64.Load(address).ToVector128Unsafe()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> LoadWiden16To32(ushort* address) => Vector128.WidenLower(Vector64.Load(address).ToVector128Unsafe()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> LoadWidenSigned16To32(short* address) => Vector128.WidenLower(Vector64.Load(address).ToVector128Unsafe()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int CompressStore32(Vector128<byte> value, Vector128<byte> mask, int* address)
    {
        uint bits = MaskBits32(mask);
        Vector128.ShuffleNative(value, ChosenLanes.Shuffle(bits)).Store((byte*)address);
        return BitOperations.PopCount(bits);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreNarrowed32To16(Vector128<byte> value, ushort* address)
    {
        Vector128<uint> low = value.AsUInt32() & Vector128.Create(0xFFFFu);
        Vector128.Narrow(low, low).GetLower().Store(address);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> LoadWiden8To32(byte* address) =>
        Vector128.WidenLower(Vector128.WidenLower(Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<uint>(address)).AsByte())).AsByte();
}

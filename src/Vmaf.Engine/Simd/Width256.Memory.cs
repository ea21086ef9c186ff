using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Vmaf.Engine.Simd;

/// <content>Loads and stores; those that change the lanes' width keep the order in memory.</content>
internal unsafe readonly partial struct Width256
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> Load(void* address) => Vector256.Load((byte*)address);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector256<byte> value, void* address) => value.Store((byte*)address);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> LoadWiden8To16(byte* address) => Avx2.ConvertToVector256Int16(Vector128.Load(address)).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> LoadWiden16To32(ushort* address) => Avx2.ConvertToVector256Int32(Vector128.Load(address)).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> LoadWidenSigned16To32(short* address) => Avx2.ConvertToVector256Int32(Vector128.Load(address)).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int CompressStore32(Vector256<byte> value, Vector256<byte> mask, int* address)
    {
        uint bits = MaskBits32(mask);
        int lower = BitOperations.PopCount(bits & 15);
        Vector256<byte> order = Vector256.Create(ChosenLanes.Shuffle(bits & 15), ChosenLanes.Shuffle(bits >> 4));
        Vector256<byte> chosen = Avx2.Shuffle(value, order);
        chosen.GetLower().Store((byte*)address);
        chosen.GetUpper().Store((byte*)(address + lower));
        return lower + BitOperations.PopCount(bits >> 4);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreNarrowed32To16(Vector256<byte> value, ushort* address)
    {
        Vector256<uint> low = value.AsUInt32() & Vector256.Create(0xFFFFu);
        Vector128.Narrow(low.GetLower(), low.GetUpper()).Store(address);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> LoadWiden8To32(byte* address) => Avx2.ConvertToVector256Int32(address).AsByte();
}

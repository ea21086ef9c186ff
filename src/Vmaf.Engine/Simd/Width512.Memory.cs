using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Vmaf.Engine.Simd;

/// <content>Loads and stores; those that change the lanes' width keep the order in memory.</content>
internal unsafe readonly partial struct Width512
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> Load(void* address) => Vector512.Load((byte*)address);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<byte> value, void* address) => value.Store((byte*)address);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> LoadWiden8To16(byte* address) => Avx512BW.ConvertToVector512Int16(Vector256.Load(address)).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> LoadWiden16To32(ushort* address) => Avx512F.ConvertToVector512Int32(Vector256.Load(address)).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> LoadWidenSigned16To32(short* address) => Avx512F.ConvertToVector512Int32(Vector256.Load(address)).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int CompressStore32(Vector512<byte> value, Vector512<byte> mask, int* address)
    {
        // In the register first: compressing into memory takes the processor many times as long.
        Avx512F.Compress(Vector512<int>.Zero, mask.AsInt32(), value.AsInt32()).Store(address);
        return BitOperations.PopCount(MaskBits32(mask));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreNarrowed32To16(Vector512<byte> value, ushort* address) => Avx512F.ConvertToVector256UInt16(value.AsUInt32()).Store(address);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> LoadWiden8To32(byte* address) => Avx512F.ConvertToVector512Int32(Vector128.Load(address)).AsByte();
}

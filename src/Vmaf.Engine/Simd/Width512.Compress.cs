using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Vmaf.Engine.Simd;

/// <content>Gathering of chosen lanes.</content>
internal unsafe readonly partial struct Width512
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int CompressStore32(Vector512<byte> value, Vector512<byte> mask, int* address)
    {
        // In the register first: compressing into memory takes the processor many times as long.
        Avx512F.Compress(Vector512<int>.Zero, mask.AsInt32(), value.AsInt32()).Store(address);
        return BitOperations.PopCount(MaskBits32(mask));
    }
}

using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Vmaf.Engine.Simd;

/// <content>Gathering of chosen lanes.</content>
internal unsafe readonly partial struct Width128
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int CompressStore32(Vector128<byte> value, Vector128<byte> mask, int* address)
    {
        uint bits = MaskBits32(mask);
        Vector128.ShuffleNative(value, ChosenLanes.Shuffle(bits)).Store((byte*)address);
        return BitOperations.PopCount(bits);
    }
}

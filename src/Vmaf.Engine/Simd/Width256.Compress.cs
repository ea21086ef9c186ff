using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Vmaf.Engine.Simd;

/// <content>Gathering of chosen lanes.</content>
internal unsafe readonly partial struct Width256
{
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
}

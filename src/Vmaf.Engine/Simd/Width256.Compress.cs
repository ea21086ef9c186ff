using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Vmaf.Engine.Simd;

/// <content>Gathering of chosen lanes.</content>
internal unsafe readonly partial struct Width256
{
    /// <summary>For each mask of eight lanes the numbers of the chosen ones, one byte each.</summary>
    private static readonly ulong[] ChosenLanes = [.. Enumerable.Range(0, 256).Select(ListChosen)];

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int CompressStore32(Vector256<byte> value, Vector256<byte> mask, int* address)
    {
        uint bits = MaskBits32(mask);
        ulong lanes = Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(ChosenLanes), bits);
        Vector256<int> order = Avx2.ConvertToVector256Int32(Vector128.CreateScalarUnsafe(lanes).AsByte());
        Avx2.PermuteVar8x32(value.AsInt32(), order).Store(address);
        return BitOperations.PopCount(bits);
    }

    private static ulong ListChosen(int mask)
    {
        ulong lanes = 0;
        int count = 0;
        for (int lane = 0; lane < 8; lane++)
        {
            if ((mask & (1 << lane)) != 0)
            {
                lanes |= (ulong)lane << (8 * count++);
            }
        }

        return lanes;
    }
}

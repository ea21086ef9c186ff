using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Vmaf.Engine.Simd;

/// <content>Gathering of chosen lanes.</content>
internal unsafe readonly partial struct Width128
{
    /// <summary>For each mask of four lanes the bytes of the chosen ones.</summary>
    private static readonly Vector128<byte>[] ChosenBytes = [.. Enumerable.Range(0, 16).Select(ListChosen)];

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int CompressStore32(Vector128<byte> value, Vector128<byte> mask, int* address)
    {
        uint bits = MaskBits32(mask);
        Vector128.ShuffleNative(value, Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(ChosenBytes), bits)).Store((byte*)address);
        return BitOperations.PopCount(bits);
    }

    private static Vector128<byte> ListChosen(int mask)
    {
        Span<byte> bytes = stackalloc byte[16];
        bytes.Clear();
        int count = 0;
        for (int lane = 0; lane < 4; lane++)
        {
            if ((mask & (1 << lane)) == 0)
            {
                continue;
            }

            for (int part = 0; part < 4; part++)
            {
                bytes[count++] = (byte)((4 * lane) + part);
            }
        }

        return Vector128.Create((ReadOnlySpan<byte>)bytes);
    }
}

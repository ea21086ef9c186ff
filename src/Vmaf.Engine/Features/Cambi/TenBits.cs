using Vmaf.Engine.Video;

namespace Vmaf.Engine.Features.Cambi;

/// <summary>Luma in 10 bits, the depth that banding is detected at.</summary>
internal static unsafe class TenBits
{
    /// <summary>Bits per sample.</summary>
    public const int Depth = 10;

    /// <summary>Brings a sample to 10 bits, rounding half up.</summary>
    /// <param name="sample">The sample.</param>
    /// <param name="bitDepth">Its bits, 8 to 16.</param>
    public static ushort Of(int sample, int bitDepth)
    {
        int shift = bitDepth - Depth;
        return (ushort)(shift <= 0 ? sample << -shift : (sample + ((1 << shift) >> 1)) >> shift);
    }

    /// <summary>Brings the samples of a row to 10 bits, from one on to the row's end.</summary>
    /// <param name="source">The picture.</param>
    /// <param name="y">Row number.</param>
    /// <param name="start">The first sample to convert.</param>
    /// <param name="destination">The row of the results.</param>
    public static void Convert(in PlaneView source, int y, int start, ushort* destination)
    {
        byte* row = source.RowPointer(y);
        for (int x = start; x < source.Width; x++)
        {
            destination[x] = Of(source.BitDepth == 8 ? row[x] : ((ushort*)row)[x], source.BitDepth);
        }
    }
}

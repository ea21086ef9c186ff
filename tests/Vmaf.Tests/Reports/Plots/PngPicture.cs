using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Xunit;

namespace Vmaf.Tests.Reports.Plots;

/// <summary>Reads PNG files of 8 bits a sample.</summary>
/// <param name="Width">Pixels in a row.</param>
/// <param name="Height">Number of rows.</param>
/// <param name="Samples">The samples, row by row.</param>
internal sealed record PngPicture(int Width, int Height, byte[] Samples)
{
    /// <summary>Reads a file that has one block of data.</summary>
    /// <param name="png">The file.</param>
    public static PngPicture Read(byte[] png)
    {
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10], png[..8]);
        int width = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16));
        int height = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20));
        Assert.Equal(8, png[24]);
        int channels = png[25] == 2 ? 3 : 1;
        int dataLength = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(33));
        Assert.Equal("IDAT", Encoding.ASCII.GetString(png, 37, 4));
        Assert.Equal(0xAE426082, BinaryPrimitives.ReadUInt32BigEndian(png.AsSpan(png.Length - 4)));
        using var inflater = new ZLibStream(new MemoryStream(png, 41, dataLength), CompressionMode.Decompress);
        using var filtered = new MemoryStream();
        inflater.CopyTo(filtered);
        Assert.Equal(((width * channels) + 1) * height, filtered.Length);
        return new PngPicture(width, height, Unfilter(filtered.ToArray(), width * channels, height, channels));
    }

    private static byte[] Unfilter(byte[] filtered, int rowLength, int height, int channels)
    {
        byte[] samples = new byte[rowLength * height];
        for (int y = 0; y < height; y++)
        {
            int filter = filtered[y * (rowLength + 1)];
            for (int x = 0; x < rowLength; x++)
            {
                int left = x < channels ? 0 : samples[(y * rowLength) + x - channels];
                int above = y == 0 ? 0 : samples[((y - 1) * rowLength) + x];
                int aboveLeft = x < channels || y == 0 ? 0 : samples[((y - 1) * rowLength) + x - channels];
                int[] toSum = [Math.Abs(above - aboveLeft), Math.Abs(left - aboveLeft), Math.Abs(left + above - (2 * aboveLeft))];
                int paeth = toSum[0] <= toSum[1] && toSum[0] <= toSum[2] ? left : toSum[1] <= toSum[2] ? above : aboveLeft;
                int predicted = filter switch { 0 => 0, 1 => left, 2 => above, 3 => (left + above) / 2, _ => paeth };
                samples[(y * rowLength) + x] = (byte)(filtered[(y * (rowLength + 1)) + 1 + x] + predicted);
            }
        }

        return samples;
    }
}

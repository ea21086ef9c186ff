using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Vmaf.Engine.Reports.Plots;

/// <summary>Writes pictures as PNG (ISO/IEC 15948): 8 bits a sample, one channel or three.</summary>
internal static class PngEncoder
{
    private const byte BitDepth = 8;
    private const byte Grayscale = 0;
    private const byte TrueColor = 2;

    private static readonly uint[] ChecksumTable = [.. Enumerable.Range(0, 256).Select(ChecksumOfByte)];

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>The bytes of the file.</summary>
    /// <param name="picture">The picture.</param>
    public static byte[] Encode(GrayPicture picture) => Encode(picture.Samples, picture.Width, picture.Height, Grayscale, channelCount: 1);

    /// <summary>The bytes of the file.</summary>
    /// <param name="picture">The picture.</param>
    public static byte[] Encode(RgbPicture picture) => Encode(picture.Samples, picture.Width, picture.Height, TrueColor, channelCount: 3);

    private static byte[] Encode(byte[] samples, int width, int height, byte colorType, int channelCount)
    {
        using var file = new MemoryStream();
        file.Write(Signature);
        Span<byte> header = stackalloc byte[13];
        header.Clear();
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], height);
        header[8] = BitDepth;
        header[9] = colorType;
        WriteChunk(file, "IHDR", header);
        WriteChunk(file, "IDAT", Compress(samples, width * channelCount, height, channelCount));
        WriteChunk(file, "IEND", []);
        return file.ToArray();
    }

    private static byte[] Compress(byte[] samples, int rowLength, int height, int channelCount)
    {
        using var data = new MemoryStream();
        using (var compressor = new ZLibStream(data, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            var filter = new PngRowFilter(rowLength, channelCount);
            for (int y = 0; y < height; y++)
            {
                compressor.Write(filter.Apply(samples.AsSpan(y * rowLength, rowLength)));
            }
        }

        return data.ToArray();
    }

    /// <summary>Length, type, data, and a checksum over type and data.</summary>
    private static void WriteChunk(MemoryStream file, string type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        byte[] name = Encoding.ASCII.GetBytes(type);
        file.Write(name);
        file.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Checksum(Checksum(uint.MaxValue, name), data));
        file.Write(number);
    }

    private static uint Checksum(uint value, ReadOnlySpan<byte> data)
    {
        foreach (byte item in data)
        {
            value = ChecksumTable[(byte)(value ^ item)] ^ (value >> 8);
        }

        return value;
    }

    private static uint ChecksumOfByte(int item)
    {
        const uint Polynomial = 0xEDB88320;
        uint value = (uint)item;
        for (int bit = 0; bit < 8; bit++)
        {
            value = (value & 1) == 0 ? value >> 1 : Polynomial ^ (value >> 1);
        }

        return value;
    }
}

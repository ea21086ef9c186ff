using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Vmaf.Engine.Reports.Plots;

/// <summary>Writes grey pictures as PNG (ISO/IEC 15948): 8 bits, one channel, no filter.</summary>
internal static class PngEncoder
{
    private const byte BitDepth = 8;
    private const byte Grayscale = 0;
    private const byte NoFilter = 0;

    private static readonly uint[] ChecksumTable = [.. Enumerable.Range(0, 256).Select(ChecksumOfByte)];

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>The bytes of the file.</summary>
    /// <param name="picture">The picture.</param>
    public static byte[] Encode(GrayPicture picture)
    {
        using var file = new MemoryStream();
        file.Write(Signature);
        Span<byte> header = stackalloc byte[13];
        header.Clear();
        BinaryPrimitives.WriteInt32BigEndian(header, picture.Width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], picture.Height);
        header[8] = BitDepth;
        header[9] = Grayscale;
        WriteChunk(file, "IHDR", header);
        WriteChunk(file, "IDAT", Compress(picture));
        WriteChunk(file, "IEND", []);
        return file.ToArray();
    }

    private static byte[] Compress(GrayPicture picture)
    {
        using var data = new MemoryStream();
        using (var compressor = new ZLibStream(data, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            for (int y = 0; y < picture.Height; y++)
            {
                compressor.WriteByte(NoFilter);
                compressor.Write(picture.Samples, y * picture.Width, picture.Width);
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

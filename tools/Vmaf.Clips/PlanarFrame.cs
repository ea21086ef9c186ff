using System.Buffers.Binary;
using Vmaf.Engine.Video;

namespace Vmaf.Clips;

/// <summary>One frame as plain arrays, for generating and changing pictures; not made for speed.</summary>
public sealed class PlanarFrame
{
    /// <summary>Makes a frame of zeros.</summary>
    /// <param name="format">Size, chroma format and bit depth.</param>
    public PlanarFrame(VideoFormat format)
    {
        Format = format;
        Planes = [.. Enumerable.Range(0, format.PlaneCount).Select(plane => new ushort[format.PlaneWidth(plane) * format.PlaneHeight(plane)])];
    }

    /// <summary>Size, chroma format and bit depth.</summary>
    public VideoFormat Format { get; }

    /// <summary>Samples of each plane, row after row without padding.</summary>
    public IReadOnlyList<ushort[]> Planes { get; }

    /// <summary>The largest value a sample can have.</summary>
    public int LargestSample => (1 << Format.BitDepth) - 1;

    /// <summary>The frame as a raw file holds it.</summary>
    public byte[] ToBytes()
    {
        byte[] bytes = new byte[Format.FrameSizeInBytes];
        int position = 0;
        foreach (ushort sample in Planes.SelectMany(plane => plane))
        {
            if (Format.BytesPerSample == 1)
            {
                bytes[position] = (byte)sample;
            }
            else
            {
                BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(position), sample);
            }

            position += Format.BytesPerSample;
        }

        return bytes;
    }

    /// <summary>Copies the samples into a frame of the engine.</summary>
    /// <param name="destination">A frame of the same format.</param>
    public void CopyTo(VideoFrame destination)
    {
        if (destination.Format != Format)
        {
            throw new ArgumentException($"A frame of {destination.Format} cannot take a frame of {Format}.", nameof(destination));
        }

        for (int plane = 0; plane < Format.PlaneCount; plane++)
        {
            PlaneView view = destination.Plane(plane);
            for (int y = 0; y < view.Height; y++)
            {
                ReadOnlySpan<ushort> row = Planes[plane].AsSpan(y * view.Width, view.Width);
                if (Format.BytesPerSample == 2)
                {
                    row.CopyTo(view.RowWords(y));
                    continue;
                }

                Span<byte> bytes = view.RowBytes(y);
                for (int x = 0; x < row.Length; x++)
                {
                    bytes[x] = (byte)row[x];
                }
            }
        }
    }
}

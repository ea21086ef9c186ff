using System.Diagnostics;

namespace Vmaf.Engine.Video;

/// <summary>
/// A view of one plane of samples in unmanaged or pinned memory. The view does not own the memory.
/// Only the samples inside <see cref="Width"/> × <see cref="Height"/> may be read: rows are not promised to be
/// aligned, padded, or followed by readable memory.
/// </summary>
public readonly unsafe struct PlaneView
{
    /// <summary>Creates a view.</summary>
    /// <param name="data">Address of the first sample of the first row.</param>
    /// <param name="strideInBytes">Distance from a row to the next, in bytes.</param>
    /// <param name="width">Samples in a row.</param>
    /// <param name="height">Number of rows.</param>
    /// <param name="bitDepth">Bits per sample, 8 to 16; above 8 a sample takes two bytes, little-endian.</param>
    public PlaneView(byte* data, nint strideInBytes, int width, int height, int bitDepth)
    {
        Data = data;
        StrideInBytes = strideInBytes;
        Width = width;
        Height = height;
        BitDepth = bitDepth;
    }

    /// <summary>Address of the first sample of the first row.</summary>
    public byte* Data { get; }

    /// <summary>Distance from a row to the next, in bytes.</summary>
    public nint StrideInBytes { get; }

    /// <summary>Samples in a row.</summary>
    public int Width { get; }

    /// <summary>Number of rows.</summary>
    public int Height { get; }

    /// <summary>Bits per sample, 8 to 16.</summary>
    public int BitDepth { get; }

    /// <summary>Bytes per sample: 1 for 8 bits, else 2.</summary>
    public int BytesPerSample => BitDepth > 8 ? 2 : 1;

    /// <summary>Address of a row.</summary>
    /// <param name="y">Row number, 0 to <see cref="Height"/> − 1.</param>
    public byte* RowPointer(int y)
    {
        Debug.Assert((uint)y < (uint)Height, "row outside the plane");
        return Data + (y * StrideInBytes);
    }

    /// <summary>A row as bytes, <see cref="Width"/> × <see cref="BytesPerSample"/> of them.</summary>
    /// <param name="y">Row number, 0 to <see cref="Height"/> − 1.</param>
    public Span<byte> RowBytes(int y)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)y, (uint)Height, nameof(y));
        return new Span<byte>(RowPointer(y), Width * BytesPerSample);
    }

    /// <summary>A row of 16-bit samples; only for bit depths above 8.</summary>
    /// <param name="y">Row number, 0 to <see cref="Height"/> − 1.</param>
    public Span<ushort> RowWords(int y)
    {
        if (BitDepth <= 8)
        {
            throw new InvalidOperationException("The plane has 8-bit samples.");
        }

        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)y, (uint)Height, nameof(y));
        return new Span<ushort>(RowPointer(y), Width);
    }
}

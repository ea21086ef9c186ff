using System.Numerics;
using System.Runtime.InteropServices;

namespace Vmaf.Engine.Video;

/// <summary>
/// Lifts a video to a greater bit depth by shifting its samples left, so that clips of different depth can be compared at the
/// deeper one's. The rule is that of libvmaf's tool (<c>tools/vmaf.c</c>, the common bit depth of <c>--aom_ctc v6.0</c>).
/// </summary>
internal sealed class BitDepthConverter : ForwardingSource
{
    private readonly VideoFrame _original;
    private readonly int _shift;

    /// <summary>Converts a video.</summary>
    /// <param name="inner">The video; it belongs to the converter from now on.</param>
    /// <param name="bitDepth">The greater bit depth, above the video's, up to 16.</param>
    public BitDepthConverter(IFrameSource inner, int bitDepth)
        : base(inner)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(bitDepth, inner.Format.BitDepth);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bitDepth, 16);
        _shift = bitDepth - inner.Format.BitDepth;
        _original = VideoFrame.Allocate(inner.Format);
        Format = inner.Format with { BitDepth = bitDepth };
    }

    /// <inheritdoc/>
    public override VideoFormat Format { get; }

    /// <inheritdoc/>
    public override bool TryRead(VideoFrame destination, CancellationToken cancellationToken = default)
    {
        FrameCheck.Destination(destination, Format);
        _original.IsLumaOnly = destination.IsLumaOnly;
        if (!Inner.TryRead(_original, cancellationToken))
        {
            return false;
        }

        int planeCount = _original.IsLumaOnly ? 1 : Format.PlaneCount;
        for (int plane = 0; plane < planeCount; plane++)
        {
            PlaneView from = _original.Plane(plane);
            PlaneView to = destination.Plane(plane);
            for (int y = 0; y < from.Height; y++)
            {
                if (from.BytesPerSample == 1)
                {
                    ShiftBytes(from.RowBytes(y), to.RowWords(y));
                }
                else
                {
                    ShiftWords(from.RowWords(y), to.RowWords(y));
                }
            }
        }

        return true;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _original.Release();
    }

    private void ShiftBytes(ReadOnlySpan<byte> from, Span<ushort> to)
    {
        int x = 0;
        for (; x <= from.Length - Vector<byte>.Count; x += Vector<byte>.Count)
        {
            Vector.Widen(new Vector<byte>(from[x..]), out Vector<ushort> low, out Vector<ushort> high);
            (low << _shift).CopyTo(to[x..]);
            (high << _shift).CopyTo(to[(x + Vector<ushort>.Count)..]);
        }

        for (; x < from.Length; x++)
        {
            to[x] = (ushort)(from[x] << _shift);
        }
    }

    private void ShiftWords(ReadOnlySpan<ushort> from, Span<ushort> to)
    {
        ReadOnlySpan<Vector<ushort>> vectors = MemoryMarshal.Cast<ushort, Vector<ushort>>(from);
        Span<Vector<ushort>> shifted = MemoryMarshal.Cast<ushort, Vector<ushort>>(to);
        for (int i = 0; i < vectors.Length; i++)
        {
            shifted[i] = vectors[i] << _shift;
        }

        for (int x = vectors.Length * Vector<ushort>.Count; x < from.Length; x++)
        {
            to[x] = (ushort)(from[x] << _shift);
        }
    }
}

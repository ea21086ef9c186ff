using Vmaf.Engine.Features.SinglePrecision;
using Vmaf.Engine.Simd;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Features.Ciede;

/// <summary>A row of a picture with chroma for each luma sample, as floats scaled to 8 bits.</summary>
internal sealed unsafe class PictureRows : IDisposable
{
    // libvmaf's pictures have rows of a multiple of 32 samples, zeros after the last.
    private const int PeerRowAlignment = 32;
    private const int PlaneCount = 3;

    private readonly VideoFormat _format;
    private readonly SimdTier _tier;
    private readonly FloatPlane _rows;
    private readonly FloatPlane _chroma;

    /// <summary>Allocates rows.</summary>
    /// <param name="format">Format of the picture, with chroma.</param>
    /// <param name="tier">Instruction set to use.</param>
    public PictureRows(VideoFormat format, SimdTier tier)
    {
        _format = format;
        _tier = tier;
        _rows = new FloatPlane(format.Width, PlaneCount);
        _chroma = new FloatPlane(2 * PaddedChromaWidth, 1);
    }

    private int PaddedChromaWidth => (_format.ChromaWidth + PeerRowAlignment - 1) & -PeerRowAlignment;

    /// <summary>Loads a row.</summary>
    /// <param name="frame">The picture.</param>
    /// <param name="y">Row of luma.</param>
    public void Load(VideoFrame frame, int y)
    {
        SampleRows.ToSingle(frame.Luma, y, 0, _rows.Row(0), _tier);
        for (int plane = 1; plane < PlaneCount; plane++)
        {
            LoadChroma(frame.Plane(plane), y, _rows.Row(plane));
        }
    }

    /// <summary>A plane of the row: 0 luma, 1 Cb, 2 Cr.</summary>
    /// <param name="plane">Plane number.</param>
    public float* Plane(int plane) => _rows.Row(plane);

    /// <summary>Whether a stretch of two rows is the same.</summary>
    /// <param name="other">The other row.</param>
    /// <param name="x">First column.</param>
    /// <param name="count">Number of columns.</param>
    public bool Equals(PictureRows other, int x, int count)
    {
        for (int plane = 0; plane < PlaneCount; plane++)
        {
            var mine = new ReadOnlySpan<int>(Plane(plane) + x, count);
            if (!mine.SequenceEqual(new ReadOnlySpan<int>(other.Plane(plane) + x, count)))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _rows.Dispose();
        _chroma.Dispose();
    }

    private void LoadChroma(PlaneView plane, int y, float* destination)
    {
        switch (_format.Chroma)
        {
            case ChromaFormat.Yuv444:
                SampleRows.ToSingle(plane, y, 0, destination, _tier);
                break;
            case ChromaFormat.Yuv422:
                LoadPeerChroma422(plane, y, destination);
                break;
            default:
                if (y % 2 == 0)
                {
                    SampleRows.ToSingle(plane, y / 2, 0, _chroma.Row(0), _tier);
                    Repeat(_chroma.Row(0), destination, plane.Width);
                }

                break;
        }
    }

    /// <summary>Each sample twice. A row of odd length writes one float into the margin.</summary>
    private static void Repeat(float* source, float* destination, int count)
    {
        for (int x = 0; x < count; x++)
        {
            destination[2 * x] = source[x];
            destination[(2 * x) + 1] = source[x];
        }
    }

    /// <summary>
    /// libvmaf repeats 4:2:2 chroma downwards instead of sideways: luma row y takes chroma row y / 2 and reads on, past its end, through
    /// the padding into the next row. Followed here, so that scores compare.
    /// </summary>
    private void LoadPeerChroma422(PlaneView plane, int y, float* destination)
    {
        float* source = _chroma.Row(0);
        int padded = PaddedChromaWidth;
        SampleRows.ToSingle(plane, y / 2, 0, source, _tier);
        new Span<float>(source + plane.Width, padded - plane.Width).Clear();
        SampleRows.ToSingle(plane, Math.Min((y / 2) + 1, plane.Height - 1), 0, source + padded, _tier);
        new ReadOnlySpan<float>(source, _format.Width).CopyTo(new Span<float>(destination, _format.Width));
    }
}

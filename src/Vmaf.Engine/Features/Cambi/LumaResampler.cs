using Vmaf.Engine.Video;

namespace Vmaf.Engine.Features.Cambi;

/// <summary>
/// Brings luma to 10 bits and to the size that it is measured at, by picking the nearest sample: what was scaled up for display is brought
/// back to the size that was encoded.
/// </summary>
internal sealed unsafe class LumaResampler
{
    private readonly ILumaKernels _kernels;
    private readonly int[]? _rows;
    private readonly int[]? _columns;

    /// <summary>Finds which samples to pick.</summary>
    /// <param name="kernels">The arithmetic.</param>
    /// <param name="format">Format of the pictures.</param>
    /// <param name="geometry">The size to bring them to.</param>
    public LumaResampler(ILumaKernels kernels, VideoFormat format, PictureGeometry geometry)
    {
        _kernels = kernels;
        Geometry = geometry;
        if (geometry.Width != format.Width || geometry.Height != format.Height)
        {
            _rows = NearestSamples(format.Height, geometry.Height);
            _columns = NearestSamples(format.Width, geometry.Width);
        }
    }

    /// <summary>The size that pictures are brought to.</summary>
    public PictureGeometry Geometry { get; }

    /// <summary>Brings a picture to size and depth.</summary>
    /// <param name="luma">The picture.</param>
    /// <param name="destination">Receives it.</param>
    public void Resample(in PlaneView luma, WordPlane destination)
    {
        for (int y = 0; y < Geometry.Height; y++)
        {
            if (_rows is null || _columns is null)
            {
                _kernels.ToTenBits(luma, y, destination.Row(y));
            }
            else
            {
                PickRow(luma, _rows[y], _columns, destination.Row(y));
            }
        }
    }

    private static void PickRow(in PlaneView luma, int y, int[] columns, ushort* destination)
    {
        byte* row = luma.RowPointer(y);
        for (int x = 0; x < columns.Length; x++)
        {
            int sample = luma.BitDepth == 8 ? row[columns[x]] : ((ushort*)row)[columns[x]];
            destination[x] = TenBits.Of(sample, luma.BitDepth);
        }
    }

    /// <summary>The nearest sample for each place; places are added up in single precision, as in libvmaf.</summary>
    private static int[] NearestSamples(int sourceLength, int length)
    {
        int[] samples = new int[length];
        float ratio = (float)sourceLength / length;
        float place = (float)((ratio / 2) - 0.5);
        for (int index = 0; index < length; index++)
        {
            samples[index] = Math.Clamp((int)(place + 0.5), 0, sourceLength - 1);
            place += ratio;
        }

        return samples;
    }
}

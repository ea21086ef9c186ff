using Vmaf.Engine.Features.SinglePrecision;
using Vmaf.Engine.Simd;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Features.Speed;

/// <summary>Samples of a plane, or of the difference of two, in units of an 8-bit step and with mid-grey at zero.</summary>
internal readonly unsafe ref struct SpeedPicture
{
    private const int ReferenceBitDepth = 8;
    private const float MidGrey = 128;

    private readonly PlaneView _plane;
    private readonly PlaneView _subtracted;
    private readonly bool _isDifference;
    private readonly float _unit;

    /// <summary>A plane.</summary>
    /// <param name="plane">The plane.</param>
    public SpeedPicture(in PlaneView plane)
    {
        _plane = plane;
        _unit = 1f / (1 << (plane.BitDepth - ReferenceBitDepth));
    }

    /// <summary>A plane less another of the same format.</summary>
    /// <param name="plane">The plane.</param>
    /// <param name="subtracted">What is taken from it.</param>
    public SpeedPicture(in PlaneView plane, in PlaneView subtracted)
        : this(plane)
    {
        _subtracted = subtracted;
        _isDifference = true;
    }

    /// <summary>Reads the samples of a row from the first on.</summary>
    /// <param name="y">Row number.</param>
    /// <param name="samples">Receives the samples, as many as it has room for.</param>
    /// <param name="scratch">Scratch memory as large.</param>
    /// <param name="kernels">The arithmetic.</param>
    public void ReadRow(int y, Span<float> samples, Span<float> scratch, ISpeedKernels kernels)
    {
        ReadRow(_plane, y, samples, kernels.Tier);
        if (_isDifference)
        {
            ReadRow(_subtracted, y, scratch, kernels.Tier);
            kernels.AddScaled(samples, scratch, -1);
        }
    }

    /// <summary>Reads chosen samples of a row.</summary>
    /// <param name="y">Row number.</param>
    /// <param name="columns">The columns, all inside the plane.</param>
    /// <param name="samples">Receives a sample for each column.</param>
    public void Read(int y, ReadOnlySpan<int> columns, Span<float> samples)
    {
        Read(_plane, y, columns, samples);
        if (!_isDifference)
        {
            return;
        }

        Span<float> subtracted = stackalloc float[256];
        for (int start = 0; start < columns.Length; start += subtracted.Length)
        {
            ReadOnlySpan<int> part = columns[start..Math.Min(start + subtracted.Length, columns.Length)];
            Read(_subtracted, y, part, subtracted);
            for (int index = 0; index < part.Length; index++)
            {
                samples[start + index] -= subtracted[index];
            }
        }
    }

    private static void ReadRow(in PlaneView plane, int y, Span<float> samples, SimdTier tier)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(samples.Length, plane.Width, nameof(samples));
        fixed (float* destination = samples)
        {
            SampleRows.ToSingle(plane, y, -MidGrey, destination, samples.Length, tier);
        }
    }

    private void Read(in PlaneView plane, int y, ReadOnlySpan<int> columns, Span<float> samples)
    {
        samples = samples[..columns.Length];
        byte* row = plane.RowPointer(y);
        if (plane.BytesPerSample == 1)
        {
            for (int index = 0; index < columns.Length; index++)
            {
                samples[index] = row[columns[index]] - MidGrey;
            }
        }
        else
        {
            for (int index = 0; index < columns.Length; index++)
            {
                samples[index] = (((ushort*)row)[columns[index]] * _unit) - MidGrey;
            }
        }
    }
}

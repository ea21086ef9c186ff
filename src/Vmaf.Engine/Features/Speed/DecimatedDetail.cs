using Vmaf.Engine.Features.SinglePrecision;

namespace Vmaf.Engine.Features.Speed;

/// <summary>
/// What remains of a picture at a sixteenth of its size once local means are taken away. Only what decimation keeps is blurred.
/// </summary>
internal sealed class DecimatedDetail
{
    private const int Step = 16;
    private const int DecimatedScale = 4;

    // Against aliasing it is the filter of scale 1, with the deviation that four of them one after the other would have.
    private const int AntiAliasingScale = 1;
    private const double AntiAliasingDeviation = 2;

    private readonly ISpeedKernels _kernels;
    private readonly ResampledRows _rows;
    private readonly int _scaledHeight;
    private readonly float[] _antiAliasing;
    private readonly float[] _localMean;
    private readonly int[] _tapColumns;
    private readonly float[] _row;
    private readonly float[] _column;
    private readonly float[] _decimated;

    /// <summary>Finds what is to be read.</summary>
    /// <param name="kernels">The arithmetic.</param>
    /// <param name="variant">The options.</param>
    /// <param name="source">Size of pictures.</param>
    public DecimatedDetail(ISpeedKernels kernels, SpeedVariant variant, PlaneSize source)
    {
        PlaneSize scaled = variant.Scale(source);
        _kernels = kernels;
        _scaledHeight = scaled.Height;
        Width = scaled.Width / Step;
        Height = scaled.Height / Step;
        _antiAliasing = GaussianKernel.At(AntiAliasingScale, variant.KernelScale, AntiAliasingDeviation);
        _localMean = GaussianKernel.At(DecimatedScale, variant.KernelScale);

        // Column of each tap of each sample that is kept; then, in its place, its index among all columns that are needed.
        int taps = _antiAliasing.Length;
        _tapColumns = new int[Width * taps];
        for (int index = 0; index < _tapColumns.Length; index++)
        {
            _tapColumns[index] = EdgeMirror.OnSamples((index / taps * Step) + (index % taps) - (taps / 2), scaled.Width);
        }

        // Whole rows are read faster than chosen samples, but not resampled faster.
        int[] columns = scaled == source ? [.. Enumerable.Range(0, source.Width)] : [.. _tapColumns.Distinct().Order()];
        _tapColumns = [.. _tapColumns.Select(column => Array.BinarySearch(columns, column))];
        _rows = new ResampledRows(kernels, variant.Method, source, scaled, columns);
        _row = new float[columns.Length];
        _column = new float[Math.Max(columns.Length, Width)];
        _decimated = new float[Width * Height];
        Samples = new float[Width * Height];
    }

    /// <summary>Samples in a row.</summary>
    public int Width { get; }

    /// <summary>Number of rows.</summary>
    public int Height { get; }

    /// <summary>The samples, row after row.</summary>
    public float[] Samples { get; }

    /// <summary>Finds the detail of a picture.</summary>
    /// <param name="picture">The picture.</param>
    public void Find(in SpeedPicture picture)
    {
        for (int y = 0; y < Height; y++)
        {
            Decimate(picture, y);
        }

        for (int y = 0; y < Height; y++)
        {
            SubtractLocalMeans(y);
        }
    }

    private void Decimate(in SpeedPicture picture, int y)
    {
        int taps = _antiAliasing.Length;
        _column.AsSpan().Clear();
        for (int tap = 0; tap < taps; tap++)
        {
            _rows.Make(picture, EdgeMirror.OnSamples((y * Step) + tap - (taps / 2), _scaledHeight), _row);
            _kernels.AddScaled(_column, _row, _antiAliasing[tap]);
        }

        for (int x = 0; x < Width; x++)
        {
            float sum = 0;
            for (int tap = 0; tap < taps; tap++)
            {
                sum += _antiAliasing[tap] * _column[_tapColumns[(x * taps) + tap]];
            }

            _decimated[(y * Width) + x] = sum;
        }
    }

    private void SubtractLocalMeans(int y)
    {
        int radius = _localMean.Length / 2;
        Span<float> column = _column.AsSpan(0, Width);
        column.Clear();
        for (int tap = -radius; tap <= radius; tap++)
        {
            int row = EdgeMirror.OnSamples(y + tap, Height);
            _kernels.AddScaled(column, _decimated.AsSpan(row * Width, Width), _localMean[tap + radius]);
        }

        for (int x = 0; x < Width; x++)
        {
            float mean = 0;
            for (int tap = -radius; tap <= radius; tap++)
            {
                mean += _localMean[tap + radius] * column[EdgeMirror.OnSamples(x + tap, Width)];
            }

            Samples[(y * Width) + x] = _decimated[(y * Width) + x] - mean;
        }
    }
}

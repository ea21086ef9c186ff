using Vmaf.Engine.Features.SinglePrecision;

namespace Vmaf.Engine.Features.Speed;

/// <summary>Makes rows of a picture brought to a size, at chosen columns only.</summary>
internal sealed class ResampledRows
{
    private readonly ISpeedKernels _kernels;
    private readonly ResamplingTaps _rows;
    private readonly int[][] _columns;
    private readonly float[][] _columnWeights;
    private readonly float[] _read;
    private readonly float[] _weightSums;
    private readonly bool _isNormalised;
    private readonly bool _isWhole;

    /// <summary>Works out which samples to mix.</summary>
    /// <param name="kernels">The arithmetic.</param>
    /// <param name="method">How to mix.</param>
    /// <param name="source">Size before.</param>
    /// <param name="resampled">Size after; where it is the same, samples are taken as they are.</param>
    /// <param name="columns">The columns that are wanted, after resampling.</param>
    public ResampledRows(ISpeedKernels kernels, ResamplingMethod method, PlaneSize source, PlaneSize resampled, int[] columns)
    {
        _kernels = kernels;
        _isWhole = source == resampled && columns.Length == source.Width;
        method = source == resampled ? ResamplingMethod.Nearest : method;
        _rows = new ResamplingTaps(method, source.Height, resampled.Height);
        var taps = new ResamplingTaps(method, source.Width, resampled.Width);
        _columns = [.. Enumerable.Range(0, taps.Count).Select(tap => columns.Select(column => taps.Indices[(column * taps.Count) + tap]).ToArray())];
        _columnWeights = [.. Enumerable.Range(0, taps.Count).Select(tap => columns.Select(column => taps.Weights[(column * taps.Count) + tap]).ToArray())];
        _read = new float[columns.Length];
        _weightSums = new float[columns.Length];
        _isNormalised = method == ResamplingMethod.Lanczos4;
    }

    /// <summary>Makes a row.</summary>
    /// <param name="picture">The picture before resampling.</param>
    /// <param name="y">Row number after resampling.</param>
    /// <param name="samples">Receives a sample for each column that was chosen.</param>
    public void Make(in SpeedPicture picture, int y, Span<float> samples)
    {
        if (_isWhole)
        {
            picture.ReadRow(y, samples, _read, _kernels);
            return;
        }

        if (_rows.Count == 1)
        {
            picture.Read(_rows.Indices[y], _columns[0], samples);
            return;
        }

        samples.Clear();
        _weightSums.AsSpan().Clear();
        for (int row = y * _rows.Count; row < (y + 1) * _rows.Count; row++)
        {
            for (int tap = 0; tap < _columns.Length; tap++)
            {
                picture.Read(_rows.Indices[row], _columns[tap], _read);
                AddWeighted(_columnWeights[tap], _rows.Weights[row], samples);
            }
        }

        if (_isNormalised)
        {
            for (int index = 0; index < _weightSums.Length; index++)
            {
                samples[index] /= _weightSums[index];
            }
        }
    }

    private void AddWeighted(float[] columnWeights, float rowWeight, Span<float> samples)
    {
        for (int index = 0; index < _read.Length; index++)
        {
            float weight = columnWeights[index] * rowWeight;
            _weightSums[index] += weight;
            samples[index] += _read[index] * weight;
        }
    }
}

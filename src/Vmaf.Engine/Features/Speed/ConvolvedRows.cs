namespace Vmaf.Engine.Features.Speed;

/// <summary>Scales by convolution with a window, mirrored at the borders.</summary>
internal sealed class ConvolvedRows : IScaledRows
{
    private readonly ConvolutionWindow _window;
    private readonly int _sourceHeight;
    private readonly float _rowRatio;
    private readonly int[][] _sourceColumns;
    private readonly float[][] _columnWeights;
    private readonly float[] _read;
    private readonly float[] _weightSums;

    /// <summary>Finds columns and weights.</summary>
    /// <param name="window">The window.</param>
    /// <param name="source">Size before.</param>
    /// <param name="scaled">Size after.</param>
    /// <param name="columns">The columns that are wanted, after scaling.</param>
    public ConvolvedRows(ConvolutionWindow window, PlaneSize source, PlaneSize scaled, int[] columns)
    {
        _window = window;
        _sourceHeight = source.Height;
        _rowRatio = (float)source.Height / scaled.Height;
        _read = new float[columns.Length];
        _weightSums = new float[columns.Length];
        _sourceColumns = [.. Enumerable.Range(0, window.Length).Select(_ => new int[columns.Length])];
        _columnWeights = [.. Enumerable.Range(0, window.Length).Select(_ => new float[columns.Length])];
        float ratio = (float)source.Width / scaled.Width;
        for (int index = 0; index < columns.Length; index++)
        {
            (int before, float[] weights) = Place(columns[index], ratio);
            for (int tap = 0; tap < window.Length; tap++)
            {
                _sourceColumns[tap][index] = ScaledRows.Mirror(before + window.First + tap, source.Width);
                _columnWeights[tap][index] = weights[tap];
            }
        }
    }

    /// <inheritdoc/>
    public void Make(in SpeedPicture picture, int y, Span<float> samples)
    {
        (int before, float[] rowWeights) = Place(y, _rowRatio);
        samples.Clear();
        _weightSums.AsSpan().Clear();
        for (int row = 0; row < _window.Length; row++)
        {
            int sourceRow = ScaledRows.Mirror(before + _window.First + row, _sourceHeight);
            for (int tap = 0; tap < _window.Length; tap++)
            {
                picture.Read(sourceRow, _sourceColumns[tap], _read);
                float[] columnWeights = _columnWeights[tap];
                for (int index = 0; index < _read.Length; index++)
                {
                    float weight = columnWeights[index] * rowWeights[row];
                    _weightSums[index] += weight;
                    samples[index] += _read[index] * weight;
                }
            }
        }

        if (_window.IsNormalised)
        {
            for (int index = 0; index < _weightSums.Length; index++)
            {
                samples[index] /= _weightSums[index];
            }
        }
    }

    private (int Before, float[] Weights) Place(int place, float ratio)
    {
        float source = ScaledRows.SourcePlace(place, ratio);
        int before = (int)MathF.Floor(source);
        return (before, _window.WeightsAt(source - before));
    }
}

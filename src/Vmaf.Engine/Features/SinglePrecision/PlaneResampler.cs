namespace Vmaf.Engine.Features.SinglePrecision;

/// <summary>Brings planes of one size to another.</summary>
internal sealed unsafe class PlaneResampler
{
    private readonly ResamplingTaps _columns;
    private readonly ResamplingTaps _rows;
    private readonly bool _isNormalised;

    /// <summary>Works out which samples to mix.</summary>
    /// <param name="method">How to mix.</param>
    /// <param name="inputWidth">Width of the input.</param>
    /// <param name="inputHeight">Height of the input.</param>
    /// <param name="outputWidth">Width of the output.</param>
    /// <param name="outputHeight">Height of the output.</param>
    public PlaneResampler(ResamplingMethod method, int inputWidth, int inputHeight, int outputWidth, int outputHeight)
    {
        _columns = new ResamplingTaps(method, inputWidth, outputWidth);
        _rows = new ResamplingTaps(method, inputHeight, outputHeight);
        _isNormalised = method == ResamplingMethod.Lanczos4;
    }

    /// <summary>Resamples a plane.</summary>
    /// <param name="input">The input.</param>
    /// <param name="output">Receives the output.</param>
    public void Resample(FloatPlane input, FloatPlane output)
    {
        for (int y = 0; y < output.Height; y++)
        {
            float* destination = output.Row(y);
            for (int x = 0; x < output.Width; x++)
            {
                destination[x] = Mix(input, x * _columns.Count, y * _rows.Count);
            }
        }
    }

    private float Mix(FloatPlane input, int columnTap, int rowTap)
    {
        float sum = 0;
        float weightSum = 0;
        for (int row = rowTap; row < rowTap + _rows.Count; row++)
        {
            float* source = input.Row(_rows.Indices[row]);
            for (int column = columnTap; column < columnTap + _columns.Count; column++)
            {
                float weight = _columns.Weights[column] * _rows.Weights[row];
                weightSum += weight;
                sum += source[_columns.Indices[column]] * weight;
            }
        }

        return _isNormalised ? sum / weightSum : sum;
    }
}

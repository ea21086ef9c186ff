namespace Vmaf.Engine.Reports.Plots;

/// <summary>
/// Predicts the samples of a PNG row from their neighbours, so that what is left compresses well. Of the five predictors, each row gets
/// the one that leaves least, as the standard advises (ISO/IEC 15948, 12.8).
/// </summary>
internal sealed class PngRowFilter
{
    private const int PredictorCount = 5;

    private readonly int _channelCount;
    private readonly byte[] _above;
    private readonly byte[][] _candidates;

    /// <param name="rowLength">Samples in a row.</param>
    /// <param name="channelCount">Samples in a pixel.</param>
    public PngRowFilter(int rowLength, int channelCount)
    {
        _channelCount = channelCount;
        _above = new byte[rowLength];
        _candidates = [.. Enumerable.Range(0, PredictorCount).Select(_ => new byte[rowLength + 1])];
    }

    /// <summary>Filters the next row.</summary>
    /// <param name="row">The row.</param>
    /// <returns>The predictor's number and the filtered samples; valid until the next row.</returns>
    public ReadOnlySpan<byte> Apply(ReadOnlySpan<byte> row)
    {
        byte[] best = _candidates[0];
        long least = long.MaxValue;
        for (int predictor = 0; predictor < PredictorCount; predictor++)
        {
            byte[] candidate = _candidates[predictor];
            candidate[0] = (byte)predictor;
            long left = 0;
            for (int x = 0; x < row.Length; x++)
            {
                byte rest = (byte)(row[x] - Predict(predictor, row, x));
                candidate[x + 1] = rest;
                left += Math.Abs((int)(sbyte)rest);
            }

            if (left < least)
            {
                least = left;
                best = candidate;
            }
        }

        row.CopyTo(_above);
        return best;
    }

    private int Predict(int predictor, ReadOnlySpan<byte> row, int x)
    {
        int left = x < _channelCount ? 0 : row[x - _channelCount];
        int above = _above[x];
        int aboveLeft = x < _channelCount ? 0 : _above[x - _channelCount];
        return predictor switch
        {
            0 => 0,
            1 => left,
            2 => above,
            3 => (left + above) / 2,
            _ => Nearest(left, above, aboveLeft),
        };
    }

    /// <summary>Paeth's predictor: the neighbour nearest to left + above − aboveLeft; left before above before aboveLeft.</summary>
    private static int Nearest(int left, int above, int aboveLeft)
    {
        int toLeft = Math.Abs(above - aboveLeft);
        int toAbove = Math.Abs(left - aboveLeft);
        int toAboveLeft = Math.Abs(left + above - (2 * aboveLeft));
        if (toLeft <= toAbove && toLeft <= toAboveLeft)
        {
            return left;
        }

        return toAbove <= toAboveLeft ? above : aboveLeft;
    }
}

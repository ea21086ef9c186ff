namespace Vmaf.Engine.Models.Niqe;

/// <summary>Mean and covariance of rows that come one at a time (B. Welford, Technometrics 4(3), 1962).</summary>
internal sealed class SampleCovariance(int size)
{
    private readonly double[] _mean = new double[size];
    private readonly double[] _deviation = new double[size];
    private readonly double[] _products = new double[size * size];

    /// <summary>Number of rows.</summary>
    public int Count { get; private set; }

    /// <summary>Mean of the rows.</summary>
    public ReadOnlySpan<double> Mean => _mean;

    /// <summary>Takes a row.</summary>
    public void Add(ReadOnlySpan<double> row)
    {
        Count++;
        for (int index = 0; index < size; index++)
        {
            _deviation[index] = row[index] - _mean[index];
            _mean[index] += _deviation[index] / Count;
        }

        for (int first = 0; first < size; first++)
        {
            double left = row[first] - _mean[first];
            for (int second = 0; second < size; second++)
            {
                _products[(first * size) + second] += left * _deviation[second];
            }
        }
    }

    /// <summary>An element of the covariance, divisor <see cref="Count"/> − 1.</summary>
    public double Covariance(int first, int second) => _products[(first * size) + second] / (Count - 1);
}

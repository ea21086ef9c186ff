using System.Runtime.CompilerServices;
using Vmaf.Engine.Simd;

namespace Vmaf.Engine.Explanation;

/// <summary>
/// Draws neighbours around a row and fits a function's linear approximation to them. Owns the memory for one row at a time; one
/// thread uses it.
/// </summary>
internal sealed class LocalFitter
{
    /// <summary>Rows that are evaluated at once; between blocks a cancellation is noticed.</summary>
    private const int BlockRows = 4096;

    private readonly LocalExplainerOptions _options;
    private readonly int _featureCount;
    private readonly double[] _normals;
    private readonly double[] _columns;
    private readonly double[] _weights;
    private readonly WeightedMoments _moments;

    /// <summary>Allocates the memory.</summary>
    public LocalFitter(LocalExplainerOptions options, int featureCount)
    {
        _options = options;
        _featureCount = featureCount;
        _normals = new double[checked(options.NeighborCount * featureCount)];
        int blockRows = Math.Min(BlockRows, NeighborBlock.Padded(options.NeighborCount + 1));
        _columns = new double[(featureCount + 1) * blockRows];
        _weights = new double[blockRows];
        _moments = new WeightedMoments(featureCount + 1);
    }

    /// <summary>Draws the random numbers of the next row from the common stream.</summary>
    public void Draw(LegacyNumPyRandom random, CancellationToken cancellation)
    {
        const int DrawLength = 1 << 20;
        for (int first = 0; first < _normals.Length; first += DrawLength)
        {
            cancellation.ThrowIfCancellationRequested();
            random.FillNormals(_normals.AsSpan(first, Math.Min(DrawLength, _normals.Length - first)));
        }
    }

    /// <summary>Fits with the numbers drawn last.</summary>
    /// <param name="response">The function.</param>
    /// <param name="center">The row, normalised.</param>
    /// <param name="cancellation">Stops the work.</param>
    public LocalFit Fit(INeighborResponse response, ReadOnlySpan<double> center, CancellationToken cancellation)
    {
        _moments.Clear();
        double centerResponse = 0;
        for (int first = 0; first <= _options.NeighborCount; first += BlockRows)
        {
            cancellation.ThrowIfCancellationRequested();
            int count = Math.Min(BlockRows, _options.NeighborCount + 1 - first);
            int rowCount = NeighborBlock.Padded(count);
            Span<double> offsets = _columns.AsSpan(0, _featureCount * rowCount);
            Span<double> responses = _columns.AsSpan(_featureCount * rowCount, rowCount);
            FillOffsets(first, count, rowCount, offsets);
            response.Evaluate(center, offsets, rowCount, responses);
            NeighborWeights.Fill(_options.Distance, _options.KernelWidth, center, offsets, rowCount, _weights);
            _weights.AsSpan(count, rowCount - count).Clear();
            if (first == 0)
            {
                centerResponse = responses[0];
                _weights[0] = 1;
            }

            _moments.Add(_columns.AsSpan(0, (_featureCount + 1) * rowCount), rowCount, _weights);
        }

        // The moments are of offsets from the centre; the slopes are the same, the intercept is moved.
        double[] slopes = new double[_featureCount];
        (double intercept, double explained) = WeightedRidge.Fit(_moments, _featureCount, _options.RidgeAlpha, slopes);
        for (int feature = 0; feature < _featureCount; feature++)
        {
            intercept -= slopes[feature] * center[feature];
        }

        return new LocalFit(slopes, intercept, centerResponse, explained);
    }

    /// <summary>Lays out rows feature-major: the centre itself is row 0, then come the neighbours.</summary>
    [MethodImpl(JitHint.FullyAtOnce)]
    private void FillOffsets(int firstRow, int count, int rowCount, Span<double> offsets)
    {
        double deviation = _options.NeighborStandardDeviation;
        int rowsBefore = firstRow == 0 ? 1 : 0;
        ReadOnlySpan<double> normals = _normals.AsSpan(Math.Max(0, firstRow - 1) * _featureCount, (count - rowsBefore) * _featureCount);
        for (int feature = 0; feature < _featureCount; feature++)
        {
            Span<double> column = offsets.Slice(feature * rowCount, rowCount);
            column[..rowsBefore].Clear();
            column[count..].Clear();
            int source = feature;
            for (int row = rowsBefore; row < count; row++, source += _featureCount)
            {
                column[row] = normals[source] * deviation;
            }
        }
    }
}

using System.Numerics;
using Vmaf.Engine.Features.SinglePrecision;

namespace Vmaf.Engine.Features.NaturalScene;

/// <summary>
/// Turns a picture into coefficients free of local mean and contrast, (I − μ) / (σ + 1), with μ and σ under a Gaussian window of 7 × 7
/// samples and standard deviation 7/6 (D. Ruderman, "The statistics of natural images", 1994).
/// </summary>
internal sealed unsafe class ContrastNormalizer
{
    private const int Reach = 3;

    private static readonly double[] Weights = MakeWeights();

    private readonly int _width;
    private readonly EdgeRule _edges;

    // Rows with room for the window on both sides.
    private readonly double[] _means;
    private readonly double[] _squares;

    /// <summary>Allocates rows.</summary>
    /// <param name="width">Length of a row.</param>
    /// <param name="edges">How the picture goes on beyond its edges.</param>
    public ContrastNormalizer(int width, EdgeRule edges)
    {
        _width = width;
        _edges = edges;
        _means = new double[width + (2 * Reach)];
        _squares = new double[width + (2 * Reach)];
    }

    /// <summary>Normalises a picture.</summary>
    /// <typeparam name="T">Precision of the coefficients; they are worked out in double precision.</typeparam>
    /// <param name="picture">The samples.</param>
    /// <param name="coefficients">Receives them, row after row.</param>
    public void Normalize<T>(FloatPlane picture, Span<T> coefficients)
        where T : struct, IFloatingPointIeee754<T>
    {
        for (int y = 0; y < picture.Height; y++)
        {
            FilterColumns(picture, y);
            Extend(_means);
            Extend(_squares);
            float* row = picture.Row(y);
            Span<T> output = coefficients.Slice(y * _width, _width);
            for (int x = 0; x < _width; x++)
            {
                double mean = FilterRow(_means, x + Reach);
                double deviation = Math.Sqrt(Math.Abs(FilterRow(_squares, x + Reach) - (mean * mean)));
                output[x] = T.CreateTruncating((row[x] - mean) / (deviation + 1));
            }
        }
    }

    /// <summary>Centre first, then pairs from the outermost on: the order in which SciPy adds a symmetric window up.</summary>
    private void FilterColumns(FloatPlane picture, int y)
    {
        float* centre = picture.Row(y);
        Span<double> means = _means.AsSpan(Reach, _width);
        Span<double> squares = _squares.AsSpan(Reach, _width);
        for (int x = 0; x < _width; x++)
        {
            double value = centre[x];
            means[x] = value * Weights[0];
            squares[x] = value * value * Weights[0];
        }

        for (int distance = Reach; distance > 0; distance--)
        {
            float* above = RowOrNull(picture, y - distance);
            float* below = RowOrNull(picture, y + distance);
            for (int x = 0; x < _width; x++)
            {
                double first = above == null ? 0 : above[x];
                double second = below == null ? 0 : below[x];
                means[x] += (first + second) * Weights[distance];
                squares[x] += ((first * first) + (second * second)) * Weights[distance];
            }
        }
    }

    private float* RowOrNull(FloatPlane picture, int y)
    {
        bool isInside = y >= 0 && y < picture.Height;
        return isInside || _edges == EdgeRule.Nearest ? picture.Row(Math.Clamp(y, 0, picture.Height - 1)) : null;
    }

    private void Extend(double[] row)
    {
        row.AsSpan(0, Reach).Fill(_edges == EdgeRule.Nearest ? row[Reach] : 0);
        row.AsSpan(Reach + _width).Fill(_edges == EdgeRule.Nearest ? row[Reach + _width - 1] : 0);
    }

    private static double FilterRow(double[] row, int centre)
    {
        double sum = row[centre] * Weights[0];
        for (int distance = Reach; distance > 0; distance--)
        {
            sum += (row[centre - distance] + row[centre + distance]) * Weights[distance];
        }

        return sum;
    }

    /// <summary>Weights by distance from the centre; all seven add up to 1.</summary>
    private static double[] MakeWeights()
    {
        const double Deviation = 7.0 / 6.0;
        double[] weights = [.. Enumerable.Range(0, Reach + 1).Select(distance => Math.Exp(-0.5 * (distance * distance) / (Deviation * Deviation)))];
        double sum = 1;
        for (int distance = 1; distance <= Reach; distance++)
        {
            sum += 2 * weights[distance];
        }

        return [.. weights.Select(weight => weight / sum)];
    }
}

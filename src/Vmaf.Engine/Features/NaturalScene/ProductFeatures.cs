using System.Numerics;

namespace Vmaf.Engine.Features.NaturalScene;

/// <summary>The sixteen features of one scale that describe products of neighbours: four of each of four neighbours.</summary>
internal static class ProductFeatures
{
    /// <summary>Number of the features.</summary>
    public const int Count = 16;

    /// <summary>Names of the features of a scale: shape, mean, deviations to the left and right, by neighbour.</summary>
    /// <param name="scale">Number of the scale, from 1.</param>
    public static IEnumerable<string> NamesOfScale(int scale) =>
        Enumerable.Range(1, NeighborProducts.Neighbors.Length).SelectMany(neighbor => (string[])
        [
            $"alpha{scale}{neighbor}", $"N{scale}{neighbor}", $"lsq{scale}{neighbor}", $"rsq{scale}{neighbor}",
        ]);

    /// <summary>Measures them.</summary>
    /// <typeparam name="T">Precision.</typeparam>
    /// <param name="picture">Coefficients, row after row.</param>
    /// <param name="width">Length of a row.</param>
    /// <param name="scratch">Room for four times as many numbers.</param>
    /// <param name="features">Receives <see cref="Count"/> features.</param>
    public static void Measure<T>(ReadOnlySpan<T> picture, int width, Span<T> scratch, Span<double> features)
        where T : struct, IFloatingPointIeee754<T>
    {
        Span<T> products = scratch[..picture.Length];
        foreach ((int Down, int Right) neighbor in NeighborProducts.Neighbors)
        {
            NeighborProducts.Fill(picture, width, neighbor, products);
            AsymmetricFit fit = AsymmetricFit.Of<T>(products, scratch[picture.Length..]);
            features[0] = fit.Shape;
            features[1] = fit.Mean;
            features[2] = fit.LeftDeviation;
            features[3] = fit.RightDeviation;
            features = features[4..];
        }
    }
}

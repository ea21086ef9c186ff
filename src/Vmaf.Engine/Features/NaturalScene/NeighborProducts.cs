using System.Numerics;

namespace Vmaf.Engine.Features.NaturalScene;

/// <summary>Products of each coefficient of a picture with one of its neighbours; the picture is continued round its edges.</summary>
internal static class NeighborProducts
{
    /// <summary>Where the neighbours lie, in the order of the features: above, left, above left, above right.</summary>
    public static ReadOnlySpan<(int Down, int Right)> Neighbors => _neighbors;

    private static readonly (int Down, int Right)[] _neighbors = [(-1, 0), (0, -1), (-1, -1), (-1, 1)];

    /// <summary>Multiplies.</summary>
    /// <typeparam name="T">Precision.</typeparam>
    /// <param name="picture">The coefficients, row after row.</param>
    /// <param name="width">Length of a row.</param>
    /// <param name="neighbor">Where the neighbour lies, up to one row and one column away.</param>
    /// <param name="products">Receives the products in the order of the coefficients.</param>
    public static void Fill<T>(ReadOnlySpan<T> picture, int width, (int Down, int Right) neighbor, Span<T> products)
        where T : struct, INumber<T>
    {
        int height = picture.Length / width;
        for (int y = 0; y < height; y++)
        {
            ReadOnlySpan<T> row = picture.Slice(y * width, width);
            ReadOnlySpan<T> other = picture.Slice((y + neighbor.Down + height) % height * width, width);
            Span<T> product = products.Slice(y * width, width);
            for (int x = 0; x < width; x++)
            {
                int column = x + neighbor.Right;
                column = column < 0 ? width - 1 : column == width ? 0 : column;
                product[x] = other[column] * row[x];
            }
        }
    }
}

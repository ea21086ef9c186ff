namespace Vmaf.Clips.Generation;

/// <summary>Smooth random fields: random values on a lattice, blended between.</summary>
internal static class ValueNoise
{
    /// <summary>The field at a point, 0 to 65535.</summary>
    /// <param name="x">Column, at least 0.</param>
    /// <param name="y">Row, at least 0.</param>
    /// <param name="cellBits">Lattice spacing as a power of two, 0 to 12.</param>
    /// <param name="seed">Which field.</param>
    public static int Sample(int x, int y, int cellBits, uint seed)
    {
        int column = x >> cellBits;
        int row = y >> cellBits;
        int mask = (1 << cellBits) - 1;
        long across = Smooth((x & mask) << (12 - cellBits));
        long down = Smooth((y & mask) << (12 - cellBits));
        long top = Blend(Corner(column, row, seed), Corner(column + 1, row, seed), across);
        long bottom = Blend(Corner(column, row + 1, seed), Corner(column + 1, row + 1, seed), across);
        return (int)Blend(top, bottom, down);
    }

    /// <summary>Several fields added, finer ones weaker, as in pictures of nature; the mean is 0.</summary>
    /// <param name="x">Column, at least 0.</param>
    /// <param name="y">Row, at least 0.</param>
    /// <param name="coarsestCellBits">Lattice spacing of the coarsest field as a power of two.</param>
    /// <param name="finestCellBits">Lattice spacing of the finest field as a power of two.</param>
    /// <param name="amplitude">Largest excursion of the coarsest field; each finer one has five eighths of the one before.</param>
    /// <param name="seed">Which fields.</param>
    public static int Fractal(int x, int y, int coarsestCellBits, int finestCellBits, int amplitude, uint seed)
    {
        int sum = 0;
        for (int cellBits = coarsestCellBits; cellBits >= finestCellBits; cellBits--)
        {
            sum += (int)((long)(Sample(x, y, cellBits, seed + (uint)cellBits) - 32768) * amplitude >> 15);
            amplitude = amplitude * 5 / 8;
        }

        return sum;
    }

    private static int Corner(int column, int row, uint seed) => (int)(IntegerHash.At(column, row, seed) >> 16);

    private static long Blend(long from, long to, long weight) => from + (((to - from) * weight) >> 12);

    /// <summary>3t² − 2t³ in 12-bit fixed point.</summary>
    private static long Smooth(long t) => (t * t * ((3 << 12) - (2 * t))) >> 24;
}

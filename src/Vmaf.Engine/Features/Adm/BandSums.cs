namespace Vmaf.Engine.Features.Adm;

/// <summary>Fixed-point sums over the three bands of detail.</summary>
/// <param name="Horizontal">Sum over the horizontal band.</param>
/// <param name="Vertical">Sum over the vertical band.</param>
/// <param name="Diagonal">Sum over the diagonal band.</param>
internal readonly record struct BandSums(long Horizontal, long Vertical, long Diagonal)
{
    /// <summary>These sums and, rounded half up, a row's sums without their low bits.</summary>
    /// <param name="row">Sums of a row.</param>
    /// <param name="shift">Bits that the row's sums lose.</param>
    public BandSums AddRow(BandSums row, int shift)
    {
        long half = shift > 0 ? 1L << (shift - 1) : 0;
        return new BandSums(
            Horizontal + ((row.Horizontal + half) >> shift),
            Vertical + ((row.Vertical + half) >> shift),
            Diagonal + ((row.Diagonal + half) >> shift));
    }
}

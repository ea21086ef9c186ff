using Vmaf.Engine.Video;

namespace Vmaf.Engine.Features.Cambi;

/// <summary>
/// The steps that prepare a picture for banding detection, row by row. Rows are of <see cref="WordPlane"/>s: kernels may read and write
/// a register past a row's end.
/// </summary>
internal unsafe interface ILumaKernels
{
    /// <summary>Brings a row of luma to 10 bits, rounding half up.</summary>
    /// <param name="source">The picture.</param>
    /// <param name="y">Row number.</param>
    /// <param name="destination">Receives the row.</param>
    void ToTenBits(in PlaneView source, int y, ushort* destination);

    /// <summary>Averages each sample with its right neighbour and the two below them, rounding down. Row ends must be repeated once.</summary>
    /// <param name="row">The row, changed in place.</param>
    /// <param name="below">The row below it; the row itself where it is the last.</param>
    /// <param name="width">Samples in a row.</param>
    void SmoothDither(ushort* row, ushort* below, int width);

    /// <summary>
    /// Finds the flat samples of a row, those that equal their neighbours to the right and below, and counts them by column. Row ends must
    /// be repeated once.
    /// </summary>
    /// <param name="row">The row.</param>
    /// <param name="below">The row below it; the row itself where it is the last.</param>
    /// <param name="flat">The flags of the row that leaves the count; receives those of this one.</param>
    /// <param name="counts">The counts.</param>
    /// <param name="width">Samples in a row.</param>
    void CountFlat(ushort* row, ushort* below, ushort* flat, ushort* counts, int width);

    /// <summary>Takes a row of flags from the counts.</summary>
    /// <param name="flat">The flags, 0 or 1.</param>
    /// <param name="counts">The counts.</param>
    /// <param name="width">Samples in a row.</param>
    void DiscountFlat(ushort* flat, ushort* counts, int width);

    /// <summary>All ones where the counts of the seven columns around a sample exceed a threshold, else 0.</summary>
    /// <param name="counts">The counts; zero for three columns beyond either end.</param>
    /// <param name="threshold">The threshold.</param>
    /// <param name="mask">Receives the mask.</param>
    /// <param name="width">Samples in a row.</param>
    void MarkFlat(ushort* counts, int threshold, ushort* mask, int width);

    /// <summary>For each place the value that two or three of three rows have there, or the least of them.</summary>
    /// <param name="first">A row.</param>
    /// <param name="second">Another; the three may overlap.</param>
    /// <param name="third">The last.</param>
    /// <param name="destination">Receives the values; none of the three.</param>
    /// <param name="width">Samples in a row.</param>
    void ModeOfThree(ushort* first, ushort* second, ushort* third, ushort* destination, int width);

    /// <summary>Every other sample of a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="destination">Receives the samples; may be the row itself.</param>
    /// <param name="width">Samples to write.</param>
    void Halve(ushort* row, ushort* destination, int width);

    /// <summary>Keys of a row: luma less the first luma that counts; <see cref="BandingMeter.NoKey"/> where masked out or of no count.</summary>
    /// <param name="row">The row.</param>
    /// <param name="mask">All ones or zero for each sample.</param>
    /// <param name="levels">Says which luma counts.</param>
    /// <param name="keys">Receives the keys.</param>
    /// <param name="width">Samples in a row.</param>
    void FindKeys(ushort* row, ushort* mask, ContrastLevels levels, ushort* keys, int width);
}

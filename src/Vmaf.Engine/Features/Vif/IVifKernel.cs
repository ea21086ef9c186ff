namespace Vmaf.Engine.Features.Vif;

/// <summary>
/// Computes rows of one scale. A kernel keeps nothing but scratch memory from call to call; the bands of a scale may be given to
/// different kernels, in any order.
/// </summary>
internal interface IVifKernel : IDisposable
{
    /// <summary>The first row of a band is a multiple of this.</summary>
    const int BandAlignment = 4;

    /// <summary>Adds the samples of a band of rows to the sums of the scale, and makes the rows of the next scale that lie in it.</summary>
    /// <param name="input">The scale.</param>
    /// <param name="firstRow">First row of the band, a multiple of <see cref="BandAlignment"/>.</param>
    /// <param name="endRow">The row after the last.</param>
    /// <param name="continues">
    /// Whether the call before was for the rows of the same frame and scale that end at <paramref name="firstRow"/>, whose scratch rows
    /// can then be used on.
    /// </param>
    void ProcessBand(in VifScaleInput input, int firstRow, int endRow, bool continues = false);
}

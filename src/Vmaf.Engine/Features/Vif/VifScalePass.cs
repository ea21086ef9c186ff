namespace Vmaf.Engine.Features.Vif;

/// <summary>One scale of one frame in bands; their sums are whole numbers, so it does not matter in which order they are added.</summary>
/// <param name="input">The scale.</param>
internal sealed class VifScalePass(VifScaleInput input) : IBandedPass
{
    /// <summary>
    /// Rows in a band: enough that the rows above and below it, which each band prepares anew where another thread has the
    /// neighbouring one, cost little.
    /// </summary>
    private const int BandRows = 16 * IVifKernel.BandAlignment;

    private readonly Lock _lock = new();

    /// <inheritdoc/>
    public int BandCount => (input.Reference.Height + BandRows - 1) / BandRows;

    /// <inheritdoc/>
    public void RunBand(IFeatureWorker worker, int band) =>
        ((VifWorker)worker).AddBand(this, input, band * BandRows, Math.Min((band + 1) * BandRows, input.Reference.Height));

    /// <summary>Adds what a band came to.</summary>
    public void Add(VifSums band)
    {
        lock (_lock)
        {
            input.Sums?.Add(band);
        }
    }
}

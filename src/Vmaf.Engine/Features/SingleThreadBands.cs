namespace Vmaf.Engine.Features;

/// <summary>Runs all bands on the calling thread, from the top.</summary>
/// <param name="worker">The worker that runs them.</param>
internal sealed class SingleThreadBands(IFeatureWorker worker) : IBandRunner
{
    /// <inheritdoc/>
    public void Run(IBandedPass pass)
    {
        for (int band = 0; band < pass.BandCount; band++)
        {
            pass.RunBand(worker, band);
        }
    }
}

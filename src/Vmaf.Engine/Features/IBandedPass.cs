namespace Vmaf.Engine.Features;

/// <summary>A pass over a frame in bands of rows, which may be worked on in any order and at the same time.</summary>
internal interface IBandedPass
{
    /// <summary>Number of bands.</summary>
    int BandCount { get; }

    /// <summary>Works on one band.</summary>
    /// <param name="worker">The calling thread's own worker of the extractor that the pass belongs to.</param>
    /// <param name="band">Which band, from the top.</param>
    void RunBand(IFeatureWorker worker, int band);
}

namespace Vmaf.Engine.Features;

/// <summary>A worker that can have other workers of its extractor help with a frame.</summary>
internal interface IBandedWorker : IFeatureWorker
{
    /// <summary>Measures one frame, in passes that may be shared.</summary>
    /// <param name="window">The current pair and its predecessors.</param>
    /// <param name="measurements">Receives <see cref="IFeatureExtractor.MeasurementCount"/> numbers, the same however the work is shared.</param>
    /// <param name="bands">Runs the passes.</param>
    void Measure(FrameWindow window, Span<double> measurements, IBandRunner bands);
}

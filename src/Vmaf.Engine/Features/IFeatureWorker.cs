namespace Vmaf.Engine.Features;

/// <summary>Measures single frames; owns the scratch memory that this takes. Not thread-safe.</summary>
internal interface IFeatureWorker : IDisposable
{
    /// <summary>Measures one frame.</summary>
    /// <param name="window">The current pair and its predecessors.</param>
    /// <param name="measurements">Receives <see cref="IFeatureExtractor.MeasurementCount"/> numbers.</param>
    void Measure(FrameWindow window, Span<double> measurements);
}

namespace Vmaf.Engine.Features;

/// <summary>
/// Turns measurements into feature values. Called on one thread, in frame order, then once at the end. A value may be written
/// later than its frame (motion2 needs the next frame), never twice.
/// </summary>
internal interface IFeatureCollector
{
    /// <summary>Takes the measurements of the next frame.</summary>
    /// <param name="frameIndex">Index of the frame; grows by one with each call, unless frames are left out by a stride.</param>
    /// <param name="measurements">What the worker measured.</param>
    /// <param name="sink">Receives the values that are now known.</param>
    void Collect(int frameIndex, ReadOnlySpan<double> measurements, IFeatureSink sink);

    /// <summary>Writes what could only be known at the end of the video.</summary>
    /// <param name="sink">Receives the values.</param>
    void Flush(IFeatureSink sink);
}

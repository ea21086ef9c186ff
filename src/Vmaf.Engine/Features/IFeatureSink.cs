namespace Vmaf.Engine.Features;

/// <summary>Receives feature values.</summary>
internal interface IFeatureSink
{
    /// <summary>Sets one feature of one frame.</summary>
    /// <param name="frameIndex">Index of the frame.</param>
    /// <param name="featureIndex">Index into the extractor's <see cref="IFeatureExtractor.FeatureNames"/>.</param>
    /// <param name="value">The value.</param>
    void Write(int frameIndex, int featureIndex, double value);
}

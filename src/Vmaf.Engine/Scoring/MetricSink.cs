using Vmaf.Engine.Features;

namespace Vmaf.Engine.Scoring;

/// <summary>Puts the features of one extractor into the rows of their frames.</summary>
internal sealed class MetricSink(int[] metrics, IReadOnlyDictionary<int, FrameRow> rows) : IFeatureSink
{
    /// <inheritdoc/>
    public void Write(int frameIndex, int featureIndex, double value)
    {
        // Frames that the stride leaves out have no row.
        if (rows.TryGetValue(frameIndex, out FrameRow? row))
        {
            row.Values[metrics[featureIndex]] = value;
            row.UnknownFeatures--;
        }
    }
}

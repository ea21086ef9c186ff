namespace Vmaf.Engine.Scoring;

/// <summary>A scored frame whose metrics are still coming in.</summary>
internal sealed class FrameRow
{
    /// <param name="frameIndex">Index of the frame.</param>
    /// <param name="metricCount">Features and scores.</param>
    /// <param name="featureCount">Features that are measured.</param>
    public FrameRow(int frameIndex, int metricCount, int featureCount)
    {
        FrameIndex = frameIndex;
        Values = new double[metricCount];
        Values.AsSpan().Fill(MetricDictionary.Missing);
        UnknownFeatures = featureCount;
    }

    public int FrameIndex { get; }

    public double[] Values { get; }

    /// <summary>Features not yet written.</summary>
    public int UnknownFeatures { get; set; }
}

using Vmaf.Engine.Features;
using Vmaf.Engine.Simd;
using Vmaf.Engine.Video;

namespace Vmaf.Tests.Features.Motion;

/// <summary>Runs the motion feature over reference frames, one after another, and keeps what it writes.</summary>
internal sealed class MotionRun : IFeatureSink
{
    private readonly Dictionary<(int Frame, string Feature), double> _values = [];
    private readonly IFeatureExtractor _extractor;

    private MotionRun(VideoFormat format, string[] variants)
    {
        FeatureExtractorDefinition definition = FeatureRegistry.GetByName("motion");
        _extractor = definition.Create(format, [.. variants.Select(text => OptionText.Parse(definition, text))]);
    }

    /// <summary>Names of the features, all variants.</summary>
    public IReadOnlyList<string> FeatureNames => _extractor.FeatureNames;

    /// <summary>For each written value, how many frames had been collected by then, in order of writing.</summary>
    public List<(int Frame, string Feature, int FramesCollected)> Writes { get; } = [];

    /// <summary>How many frames have been collected.</summary>
    public int FramesCollected { get; private set; }

    /// <summary>Value of a feature.</summary>
    public double this[int frame, string feature] => _values[(frame, feature)];

    /// <summary>All values of a feature.</summary>
    public double[] Values(string feature) => [.. Enumerable.Range(0, FramesCollected).Select(frame => this[frame, feature])];

    /// <summary>Measures and collects a whole clip.</summary>
    /// <param name="format">Its format.</param>
    /// <param name="frames">Its frames; released at the end.</param>
    /// <param name="variants">Option texts, <c>name=value</c> joined by colons.</param>
    public static MotionRun Over(VideoFormat format, IReadOnlyList<VideoFrame> frames, params string[] variants)
    {
        var run = new MotionRun(format, variants);
        using IFeatureWorker worker = run._extractor.CreateWorker(SimdTiers.Current);
        IFeatureCollector collector = run._extractor.CreateCollector();
        double[] measurements = new double[run._extractor.MeasurementCount];
        for (int index = 0; index < frames.Count; index++)
        {
            int history = Math.Min(index, run._extractor.HistoryLength);
            VideoFrame[] window = [.. Enumerable.Range(0, history + 1).Select(back => frames[index - back])];
            worker.Measure(new FrameWindow(index, window, window), measurements);
            run.FramesCollected = index + 1;
            collector.Collect(index, measurements, run);
        }

        collector.Flush(run);
        foreach (VideoFrame frame in frames)
        {
            frame.Release();
        }

        return run;
    }

    /// <inheritdoc/>
    public void Write(int frameIndex, int featureIndex, double value)
    {
        _values.Add((frameIndex, FeatureNames[featureIndex]), value);
        Writes.Add((frameIndex, FeatureNames[featureIndex], FramesCollected));
    }
}

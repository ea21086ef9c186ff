using Vmaf.Engine.Features;
using Vmaf.Engine.Simd;
using Vmaf.Engine.Video;

namespace Vmaf.Tests.Features.FrameMetrics;

/// <summary>Runs an extractor over pairs of frames and keeps what it writes.</summary>
internal sealed class MetricRun : IFeatureSink
{
    private readonly Dictionary<(int Frame, int Feature), double> _values = [];
    private readonly IReadOnlyList<string> _names;

    private MetricRun(IReadOnlyList<string> names) => _names = names;

    /// <summary>Figures of the whole video.</summary>
    public Dictionary<string, double> Aggregates { get; } = [];

    /// <summary>Value of a feature.</summary>
    public double this[int frame, string feature] => _values[(frame, _names.ToList().IndexOf(feature))];

    /// <summary>Every value by frame and name.</summary>
    public IEnumerable<KeyValuePair<(int Frame, string Feature), double>> Values =>
        _values.Select(value => KeyValuePair.Create((value.Key.Frame, _names[value.Key.Feature]), value.Value));

    /// <summary>Measures frames one after another.</summary>
    /// <param name="feature">Extractor and options as on the command line, for example <c>float_ssim=scale=1</c>.</param>
    /// <param name="references">Reference frames.</param>
    /// <param name="distorteds">Distorted frames.</param>
    /// <param name="tier">Instruction set.</param>
    public static MetricRun Over(string feature, IReadOnlyList<VideoFrame> references, IReadOnlyList<VideoFrame> distorteds, SimdTier tier)
    {
        using IFeatureExtractor extractor = Create(feature, references[0].Format);
        using IFeatureWorker worker = extractor.CreateWorker(tier);
        IFeatureCollector collector = extractor.CreateCollector();
        var run = new MetricRun(extractor.FeatureNames);
        double[] measurements = new double[extractor.MeasurementCount];
        for (int index = 0; index < references.Count; index++)
        {
            int[] window = [.. Enumerable.Range(0, Math.Min(index, extractor.HistoryLength) + 1).Select(back => index - back)];
            worker.Measure(
                new FrameWindow(index, window.Select(frame => references[frame]).ToArray(), window.Select(frame => distorteds[frame]).ToArray()),
                measurements);
            collector.Collect(index, measurements, run);
        }

        collector.Flush(run);
        foreach ((string name, double value) in (collector as IVideoAggregator)?.Aggregates ?? [])
        {
            run.Aggregates.Add(name, value);
        }

        return run;
    }

    /// <summary>Makes an extractor.</summary>
    public static IFeatureExtractor Create(string feature, VideoFormat format)
    {
        string name = feature.Split('=')[0];
        string options = feature.Length > name.Length ? feature[(name.Length + 1)..] : string.Empty;
        FeatureExtractorDefinition definition = FeatureRegistry.GetByName(name);
        return definition.Create(format, [OptionText.Parse(definition, options)]);
    }

    /// <inheritdoc/>
    public void Write(int frameIndex, int featureIndex, double value) => _values.Add((frameIndex, featureIndex), value);
}

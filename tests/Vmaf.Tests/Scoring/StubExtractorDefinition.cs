using Vmaf.Engine.Features;
using Vmaf.Engine.Simd;
using Vmaf.Engine.Video;
using Xunit;

namespace Vmaf.Tests.Scoring;

/// <summary>
/// An extractor with two features: <c>x</c>, the first sample of the distorted frame plus the option <c>add</c>, and <c>late</c>, the
/// next frame's <c>x</c> (its own at the end). With history, <c>x</c> is instead the sum over the window.
/// </summary>
internal sealed class StubExtractorDefinition(string name) : FeatureExtractorDefinition
{
    private int _workersAlive;

    public override string Name => name;

    public override string Description => "Stub.";

    public override IReadOnlyList<string> ProvidedFeatures => [Feature("x"), Feature("late")];

    public override IReadOnlyList<FeatureOption> Options { get; } =
    [
        new("add", FeatureOptionKind.Integer, 0, "Added to x.") { IsPartOfName = true },
        new("quiet", FeatureOptionKind.Boolean, false, "Not part of the name."),
    ];

    public int HistoryLength { get; init; }

    public bool NeedsEveryFrame { get; init; }

    /// <summary>Whether <c>late</c> is written only at the end of the video, for all frames.</summary>
    public bool WritesLateAtEnd { get; init; }

    /// <summary>Called at the start of each measurement with the frame index.</summary>
    public Action<int>? OnMeasure { get; init; }

    /// <summary>Bands of each of the two passes over a frame; each band adds one to x, and all together are taken off again.</summary>
    public int BandCount { get; init; }

    /// <summary>Called at the start of each band with the frame index and the band.</summary>
    public Action<int, int>? OnBand { get; init; }

    /// <summary>Replaces the value of x.</summary>
    public Func<int, double, double> Value { get; init; } = (_, x) => x;

    /// <summary>How often <see cref="Create"/> was called, and with how many variants.</summary>
    public List<int> Created { get; } = [];

    public int Disposed { get; private set; }

    public int WorkersAlive => Volatile.Read(ref _workersAlive);

    /// <summary>Frame indices that the collector saw.</summary>
    public List<int> Collected { get; } = [];

    public string Feature(string feature) => $"Stub_feature_{name}_{feature}_score";

    public FeatureOptionSet With(params (string Name, string Value)[] options) =>
        FeatureOptionSet.Parse(this, options.Select(option => KeyValuePair.Create(option.Name, option.Value)));

    internal override IFeatureExtractor Create(VideoFormat format, IReadOnlyList<FeatureOptionSet> variants)
    {
        Created.Add(variants.Count);
        return new Extractor(this, variants);
    }

    private sealed class Extractor(StubExtractorDefinition definition, IReadOnlyList<FeatureOptionSet> variants) : IFeatureExtractor
    {
        public IReadOnlyList<string> FeatureNames { get; } =
            [.. variants.SelectMany(variant => definition.ProvidedFeatures.Select(feature => FeatureNaming.LogName(feature, variant)))];

        public int MeasurementCount => variants.Count;

        public int HistoryLength => definition.HistoryLength;

        public bool NeedsEveryFrame => definition.NeedsEveryFrame;

        public bool ComesLastInLogs(int featureIndex) => featureIndex % 2 == 1;

        public IFeatureWorker CreateWorker(SimdTier tier)
        {
            Interlocked.Increment(ref definition._workersAlive);
            return new Worker(definition, variants);
        }

        public IFeatureCollector CreateCollector() => new Collector(definition, variants.Count);

        public void Dispose() => definition.Disposed++;
    }

    private sealed class Worker(StubExtractorDefinition definition, IReadOnlyList<FeatureOptionSet> variants) : IBandedWorker
    {
        private bool _isBusy;

        public void Measure(FrameWindow window, Span<double> measurements) => Measure(window, measurements, new SingleThreadBands(this));

        public void Measure(FrameWindow window, Span<double> measurements, IBandRunner bands)
        {
            definition.OnMeasure?.Invoke(window.FrameIndex);
            double sum = window.Distorted.Luma.RowBytes(0)[0];
            for (int pass = 0; pass < 2; pass++)
            {
                var counted = new Pass(definition, window.FrameIndex);
                bands.Run(counted);
                sum += counted.BandsRun - definition.BandCount;
            }

            for (int back = 1; back <= window.HistoryLength; back++)
            {
                sum += window.DistortedBefore(back).Luma.RowBytes(0)[0];
            }

            for (int variant = 0; variant < variants.Count; variant++)
            {
                measurements[variant] = definition.Value(window.FrameIndex, sum) + variants[variant].Integer("add");
            }
        }

        public void RunBand(int frame, int band)
        {
            Assert.False(_isBusy, "A worker is used by two threads.");
            _isBusy = true;
            definition.OnBand?.Invoke(frame, band);
            _isBusy = false;
        }

        public void Dispose() => Interlocked.Decrement(ref definition._workersAlive);
    }

    private sealed class Pass(StubExtractorDefinition definition, int frame) : IBandedPass
    {
        private readonly int[] _runs = new int[definition.BandCount];

        public int BandCount => definition.BandCount;

        /// <summary>How many bands were run; −1 if one was not run exactly once.</summary>
        public int BandsRun => Array.TrueForAll(_runs, runs => runs == 1) ? _runs.Length : -1;

        public void RunBand(IFeatureWorker worker, int band)
        {
            ((Worker)worker).RunBand(frame, band);
            Interlocked.Increment(ref _runs[band]);
        }
    }

    private sealed class Collector(StubExtractorDefinition definition, int variantCount) : IFeatureCollector, IVideoAggregator
    {
        private readonly double[] _previous = new double[variantCount];
        private readonly List<(int Frame, int Feature, double Value)> _atEnd = [];
        private int _previousFrame = -1;
        private int _count;

        public IEnumerable<KeyValuePair<string, double>> Aggregates => [KeyValuePair.Create(definition.Name + "_count", (double)_count)];

        public void Collect(int frameIndex, ReadOnlySpan<double> measurements, IFeatureSink sink)
        {
            definition.Collected.Add(frameIndex);
            _count++;
            for (int variant = 0; variant < variantCount; variant++)
            {
                sink.Write(frameIndex, 2 * variant, measurements[variant]);
                if (_previousFrame >= 0 && definition.WritesLateAtEnd)
                {
                    _atEnd.Add((_previousFrame, (2 * variant) + 1, measurements[variant]));
                }
                else if (_previousFrame >= 0)
                {
                    sink.Write(_previousFrame, (2 * variant) + 1, measurements[variant]);
                }

                _previous[variant] = measurements[variant];
            }

            _previousFrame = frameIndex;
        }

        public void Flush(IFeatureSink sink)
        {
            foreach ((int frame, int feature, double value) in _atEnd)
            {
                sink.Write(frame, feature, value);
            }

            for (int variant = 0; variant < variantCount && _previousFrame >= 0; variant++)
            {
                sink.Write(_previousFrame, (2 * variant) + 1, _previous[variant]);
            }
        }
    }
}

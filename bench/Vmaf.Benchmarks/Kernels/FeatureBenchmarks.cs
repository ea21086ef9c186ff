using BenchmarkDotNet.Attributes;
using Vmaf.Clips;
using Vmaf.Engine.Features;
using Vmaf.Engine.Simd;
using Vmaf.Engine.Video;

namespace Vmaf.Benchmarks.Kernels;

/// <summary>
/// One frame through one feature extractor, on one thread. Runs in the benchmark's own process, so that <c>VMAF_SIMD</c> and the
/// runtime's switches for instruction sets apply.
/// </summary>
[InProcess]
public class FeatureBenchmarks
{
    private readonly List<VideoFrame> _references = [];
    private readonly List<VideoFrame> _distorteds = [];
    private IFeatureExtractor _extractor = null!;
    private IFeatureWorker _worker = null!;
    private double[] _measurements = [];

    /// <summary>Name of the extractor.</summary>
    [ParamsSource(nameof(ExtractorNames))]
    public string Extractor { get; set; } = string.Empty;

    /// <summary>Bits per sample.</summary>
    [Params(8, 10)]
    public int BitDepth { get; set; }

    /// <summary>Every registered extractor.</summary>
    public IEnumerable<string> ExtractorNames => FeatureRegistry.Extractors.Select(extractor => extractor.Name);

    /// <summary>Makes three frames of 1080p, the newest first.</summary>
    [GlobalSetup]
    public void Setup()
    {
        var format = new VideoFormat(1920, 1080, ChromaFormat.Yuv420, BitDepth);
        IClip reference = SyntheticClip.Create(format, 3, seed: 1);
        IClip distorted = reference.Degrade(Degradation.Quantise, 4);
        for (int index = 2; index >= 0; index--)
        {
            _references.Add(Frame(reference, index));
            _distorteds.Add(Frame(distorted, index));
        }

        FeatureExtractorDefinition definition = FeatureRegistry.GetByName(Extractor);
        _extractor = definition.Create(format, [FeatureOptionSet.Parse(definition)]);
        _worker = _extractor.CreateWorker(SimdTiers.Current);
        _measurements = new double[_extractor.MeasurementCount];
    }

    /// <summary>Frees the frames.</summary>
    [GlobalCleanup]
    public void Cleanup()
    {
        _worker.Dispose();
        _extractor.Dispose();
        foreach (VideoFrame frame in _references.Concat(_distorteds))
        {
            frame.Release();
        }

        _references.Clear();
        _distorteds.Clear();
    }

    /// <summary>Measures the newest frame.</summary>
    [Benchmark]
    public double Measure()
    {
        int frames = 1 + _extractor.HistoryLength;
        ReadOnlySpan<VideoFrame> references = _references.ToArray().AsSpan(0, frames);
        ReadOnlySpan<VideoFrame> distorteds = _distorteds.ToArray().AsSpan(0, frames);
        _worker.Measure(new FrameWindow(frames - 1, references, distorteds), _measurements);
        return _measurements[0];
    }

    private static VideoFrame Frame(IClip clip, int index)
    {
        var frame = VideoFrame.Allocate(clip.Format);
        clip.Frame(index).CopyTo(frame);
        return frame;
    }
}

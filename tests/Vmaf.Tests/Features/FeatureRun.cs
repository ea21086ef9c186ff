using Vmaf.Engine.Features;
using Vmaf.Engine.Simd;
using Vmaf.Engine.Video;

namespace Vmaf.Tests.Features;

/// <summary>Measures frames one after the other with an extractor, on a tier of choice.</summary>
internal sealed class FeatureRun : IDisposable
{
    private readonly IFeatureExtractor _extractor;
    private readonly IFeatureWorker _worker;
    private readonly VideoFormat _format;
    private VideoFrame? _previousReference;
    private VideoFrame? _previousDistorted;
    private int _frameIndex;

    /// <summary>Makes an extractor.</summary>
    /// <param name="format">Format of the videos.</param>
    /// <param name="tier">The instruction set.</param>
    /// <param name="specification">Extractor with options: <c>cambi=topk=0.5:full_ref=true</c>; more sets of options after commas.</param>
    public FeatureRun(VideoFormat format, SimdTier tier, string specification)
    {
        string[] parts = specification.Split('=', 2);
        FeatureExtractorDefinition definition = FeatureRegistry.GetByName(parts[0]);
        string[] variants = parts.Length > 1 ? parts[1].Split(',') : [string.Empty];
        _format = format;
        _extractor = definition.Create(format, [.. variants.Select(text => OptionText.Parse(definition, text))]);
        _worker = _extractor.CreateWorker(tier);
    }

    public IReadOnlyList<string> Names => _extractor.FeatureNames;

    /// <summary>Measures the next frame of two videos.</summary>
    public double[] Measure(IFrameSource reference, IFrameSource distorted)
    {
        VideoFrame nextReference = VideoFrame.Allocate(_format);
        VideoFrame nextDistorted = VideoFrame.Allocate(_format);
        if (!reference.TryRead(nextReference) || !distorted.TryRead(nextDistorted))
        {
            throw new EndOfStreamException();
        }

        double[] values = Measure(nextReference, nextDistorted);
        nextReference.Release();
        nextDistorted.Release();
        return values;
    }

    /// <summary>Measures a pair as the next frame.</summary>
    public double[] Measure(VideoFrame reference, VideoFrame distorted)
    {
        double[] values = new double[_extractor.MeasurementCount];
        bool hasHistory = _previousReference is not null && _extractor.HistoryLength > 0;
        VideoFrame[] references = hasHistory ? [reference, _previousReference!] : [reference];
        VideoFrame[] distorteds = hasHistory ? [distorted, _previousDistorted!] : [distorted];
        _worker.Measure(new FrameWindow(_frameIndex++, references, distorteds), values);
        Keep(ref _previousReference, reference);
        Keep(ref _previousDistorted, distorted);
        return values;
    }

    public void Dispose()
    {
        _previousReference?.Release();
        _previousDistorted?.Release();
        _worker.Dispose();
        _extractor.Dispose();
    }

    private static void Keep(ref VideoFrame? previous, VideoFrame frame)
    {
        frame.AddReference();
        previous?.Release();
        previous = frame;
    }
}

using Vmaf.Engine.Features;
using Vmaf.Engine.Features.Adm;
using Vmaf.Engine.Simd;
using Vmaf.Engine.Video;

namespace Vmaf.Tests.Features.Adm;

/// <summary>Measures single pairs with the ADM extractor.</summary>
internal sealed class AdmRun : IDisposable
{
    private readonly AdmExtractor _extractor;
    private readonly IFeatureWorker _worker;

    public AdmRun(VideoFormat format, SimdTier tier, params string[] variants)
    {
        var definition = new AdmDefinition();
        _extractor = (AdmExtractor)definition.Create(format, [.. variants.Select(text => OptionText.Parse(definition, text))]);
        _worker = _extractor.CreateWorker(tier);
    }

    public IReadOnlyList<string> Names => _extractor.FeatureNames;

    public double[] Measure(VideoFrame reference, VideoFrame distorted)
    {
        var values = new double[_extractor.MeasurementCount];
        _worker.Measure(new FrameWindow(0, new[] { reference }, new[] { distorted }), values);
        return values;
    }

    public void Dispose()
    {
        _worker.Dispose();
        _extractor.Dispose();
    }
}

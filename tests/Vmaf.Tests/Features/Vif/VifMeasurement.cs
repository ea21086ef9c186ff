using Vmaf.Engine.Features;
using Vmaf.Engine.Features.Vif;
using Vmaf.Engine.Simd;
using Vmaf.Engine.Video;

namespace Vmaf.Tests.Features.Vif;

/// <summary>Runs the VIF extractor on single frames.</summary>
internal static class VifMeasurement
{
    public static readonly VifDefinition Definition = new();

    public static FeatureOptionSet Options(params (string Name, string Value)[] options) =>
        FeatureOptionSet.Parse(Definition, options.Select(option => KeyValuePair.Create(option.Name, option.Value)));

    public static Dictionary<string, double> Measure(VideoFrame reference, VideoFrame distorted, SimdTier tier, params FeatureOptionSet[] variants)
    {
        using var extractor = (VifExtractor)Definition.Create(reference.Format, variants);
        using IFeatureWorker worker = extractor.CreateWorker(tier);
        return Measure(extractor, worker, reference, distorted);
    }

    public static Dictionary<string, double> Measure(IFeatureExtractor extractor, IFeatureWorker worker, VideoFrame reference, VideoFrame distorted)
    {
        var measurements = new double[extractor.MeasurementCount];
        worker.Measure(new FrameWindow(0, [reference], [distorted]), measurements);
        return extractor.FeatureNames.Zip(measurements).ToDictionary(pair => pair.First, pair => pair.Second);
    }
}

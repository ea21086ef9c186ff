namespace Vmaf.Engine.Features.Adm;

/// <summary>Measures frames with one pipeline.</summary>
internal sealed class AdmWorker(IAdmPipeline pipeline, AdmVariant[] variants, AdmScore score) : IFeatureWorker
{
    /// <inheritdoc/>
    public void Measure(FrameWindow window, Span<double> measurements)
    {
        pipeline.Run(window.Reference.Luma, window.Distorted.Luma);
        foreach (AdmVariant variant in variants)
        {
            score.Write(variant, pipeline, measurements[..variant.FeatureCount]);
            measurements = measurements[variant.FeatureCount..];
        }
    }

    /// <inheritdoc/>
    public void Dispose() => pipeline.Dispose();
}

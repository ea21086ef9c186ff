using Vmaf.Engine.Video;

namespace Vmaf.Engine.Features.Speed;

/// <summary>Measures SpEED of the change of luma from the frame before.</summary>
internal sealed class SpeedTemporalWorker : IFeatureWorker
{
    private readonly SpeedVariant[] _variants;
    private readonly SpeedMeter[] _meters;

    /// <summary>Allocates what a frame needs.</summary>
    /// <param name="kernels">The arithmetic.</param>
    /// <param name="variants">The variants to measure.</param>
    /// <param name="size">Size of the pictures.</param>
    public SpeedTemporalWorker(ISpeedKernels kernels, SpeedVariant[] variants, PlaneSize size)
    {
        _variants = variants;
        _meters = [.. variants.Select(variant => new SpeedMeter(kernels, variant, VarianceWeighting.Own, size))];
    }

    /// <inheritdoc/>
    public void Measure(FrameWindow window, Span<double> measurements)
    {
        if (window.HistoryLength == 0)
        {
            measurements.Clear();
            return;
        }

        PlaneView reference = window.Reference.Luma;
        PlaneView distorted = window.Distorted.Luma;
        PlaneView referenceBefore = window.ReferenceBefore(1).Luma;
        PlaneView distortedBefore = window.DistortedBefore(1).Luma;
        for (int index = 0; index < _variants.Length; index++)
        {
            bool usesReference = _variants[index].Options.Boolean(SpeedTemporalDefinition.UseReferenceDifference);
            measurements[index] = _meters[index].Measure(
                new SpeedPicture(referenceBefore, reference),
                new SpeedPicture(distortedBefore, usesReference ? reference : distorted)).Score;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // The scratch memory is managed.
    }
}

using Vmaf.Engine.Video;

namespace Vmaf.Engine.Features.Speed;

/// <summary>Measures SpEED of the chroma planes of single frames.</summary>
internal sealed class SpeedChromaWorker : IFeatureWorker
{
    private readonly SpeedVariant[] _variants;
    private readonly SpeedMeter[] _meters;

    /// <summary>Allocates what a frame needs.</summary>
    /// <param name="kernels">The arithmetic.</param>
    /// <param name="variants">The variants to measure.</param>
    /// <param name="size">Size of the chroma planes.</param>
    public SpeedChromaWorker(ISpeedKernels kernels, SpeedVariant[] variants, PlaneSize size)
    {
        _variants = variants;
        _meters =
        [
            .. variants.Select(variant => new SpeedMeter(
                kernels, variant, (VarianceWeighting)variant.Options.Integer(SpeedChromaDefinition.WeightVarianceMode), size)),
        ];
    }

    /// <inheritdoc/>
    public void Measure(FrameWindow window, Span<double> measurements)
    {
        for (int index = 0; index < _variants.Length; index++)
        {
            (float blue, bool isBlueRegular) = MeasurePlane(_meters[index], window, 1);
            (float red, bool isRedRegular) = MeasurePlane(_meters[index], window, 2);

            // A plane without detail, such as a flat one, says nothing; the other one speaks for both.
            float both = (float)((blue + red) / 2.0);
            both = (isBlueRegular, isRedRegular) switch
            {
                (false, true) => red,
                (true, false) => blue,
                _ => both,
            };
            double most = _variants[index].MaximumValue;
            measurements[0] = Math.Min(blue, most);
            measurements[1] = Math.Min(red, most);
            measurements[2] = Math.Min(both, most);
            measurements = measurements[SpeedChromaDefinition.FeatureCount..];
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // The scratch memory is managed.
    }

    private static (float Score, bool IsRegular) MeasurePlane(SpeedMeter meter, FrameWindow window, int plane)
    {
        PlaneView reference = window.Reference.Plane(plane);
        PlaneView distorted = window.Distorted.Plane(plane);
        return meter.Measure(new SpeedPicture(reference), new SpeedPicture(distorted));
    }
}

using Vmaf.Engine.Simd;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Features.PsnrHvs;

/// <summary>Measures PSNR-HVS of single frames.</summary>
internal sealed class PsnrHvsWorker : IFeatureWorker
{
    private const double LumaWeight = 0.8;
    private const double ChromaWeight = 0.1;

    private readonly PlaneMeter[] _meters;

    /// <summary>Allocates what a frame needs.</summary>
    /// <param name="format">Format of both videos, with chroma.</param>
    /// <param name="tier">Instruction set to use; all give the same bits.</param>
    public PsnrHvsWorker(VideoFormat format, SimdTier tier)
    {
        _meters =
        [
            .. Enumerable.Range(0, format.PlaneCount).Select(plane =>
                new PlaneMeter(format.PlaneWidth(plane), format.BitDepth, ContrastSensitivity.OfPlane(plane), tier)),
        ];
    }

    /// <inheritdoc/>
    public void Measure(FrameWindow window, Span<double> measurements)
    {
        Span<double> errors = stackalloc double[_meters.Length];
        for (int plane = 0; plane < _meters.Length; plane++)
        {
            errors[plane] = _meters[plane].MeanError(window.Reference.Plane(plane), window.Distorted.Plane(plane));
            measurements[plane] = Decibels(errors[plane]);
        }

        measurements[_meters.Length] = Decibels((errors[0] * LumaWeight) + (ChromaWeight * (errors[1] + errors[2])));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (PlaneMeter meter in _meters)
        {
            meter.Dispose();
        }
    }

    private static double Decibels(double meanError) => 10 * (-1 * Math.Log10(meanError));
}

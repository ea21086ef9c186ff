using Vmaf.Engine.Simd;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Features.FloatMotion;

/// <summary>Measures motion between frames and their predecessors.</summary>
internal sealed class FloatMotionWorker : IFeatureWorker
{
    private readonly PlaneMotion[][] _planes;

    /// <summary>Allocates what a frame needs.</summary>
    /// <param name="format">Format of both videos.</param>
    /// <param name="measures">What to measure.</param>
    /// <param name="tier">Instruction set to use; all give the same bits.</param>
    public FloatMotionWorker(VideoFormat format, MotionMeasure[] measures, SimdTier tier)
    {
        _planes =
        [
            .. measures.Select(measure => Enumerable.Range(0, measure.AddsChroma ? format.PlaneCount : 1)
                .Select(plane => new PlaneMotion(format.PlaneWidth(plane), format.PlaneHeight(plane), measure, tier)).ToArray()),
        ];
    }

    /// <inheritdoc/>
    public void Measure(FrameWindow window, Span<double> measurements)
    {
        measurements.Clear();
        if (window.HistoryLength == 0)
        {
            return;
        }

        for (int measure = 0; measure < _planes.Length; measure++)
        {
            for (int plane = 0; plane < _planes[measure].Length; plane++)
            {
                measurements[measure] += _planes[measure][plane].Measure(window.Reference.Plane(plane), window.ReferenceBefore(1).Plane(plane));
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (PlaneMotion plane in _planes.SelectMany(planes => planes))
        {
            plane.Dispose();
        }
    }
}

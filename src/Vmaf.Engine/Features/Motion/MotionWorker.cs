namespace Vmaf.Engine.Features.Motion;

/// <summary>Measures the motion sums of single frames: one for each distance back; 0 where the video has no such frame yet.</summary>
internal sealed class MotionWorker(MotionMeter meter, int[] framesBack) : IFeatureWorker
{
    /// <inheritdoc/>
    public void Measure(FrameWindow window, Span<double> measurements)
    {
        for (int index = 0; index < framesBack.Length; index++)
        {
            measurements[index] = framesBack[index] <= window.HistoryLength
                ? meter.Measure(window.ReferenceBefore(framesBack[index]).Luma, window.Reference.Luma)
                : 0;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // The meter's scratch memory is managed.
    }
}

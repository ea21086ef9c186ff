using System.Globalization;
using System.Management.Automation;
using Vmaf.Engine.Caching;
using Vmaf.Engine.Scoring;

namespace Vmaf.PowerShell.Progress;

/// <summary>Shows how far a run is, at most five times a second, because a progress record costs more than a frame may.</summary>
/// <param name="write">Shows a record.</param>
/// <param name="clock">The clock.</param>
internal sealed class ScoringProgressWriter(Action<ProgressRecord> write, TimeProvider clock)
{
    private const int ActivityId = 0x564D4146;
    private const string Activity = "Measuring quality";

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    private long? _lastShown;

    /// <summary>Shows the state of a run, unless the last one was shown just now.</summary>
    /// <param name="distorted">Name of the distorted video.</param>
    /// <param name="progress">How far the run is.</param>
    public void Report(string distorted, ScoringProgress progress)
    {
        long now = clock.GetTimestamp();
        if (_lastShown is { } last && clock.GetElapsedTime(last, now) < Interval)
        {
            return;
        }

        _lastShown = now;
        write(new ProgressRecord(ActivityId, Activity, Status(distorted, progress))
        {
            PercentComplete = progress.Fraction is { } fraction ? (int)(fraction * 100) : -1,
            SecondsRemaining = progress.Remaining is { } remaining ? (int)Math.Min(int.MaxValue, remaining.TotalSeconds) : -1,
        });
    }

    /// <summary>Shows how far a file is read whose result may be known.</summary>
    /// <param name="reading">How far.</param>
    public void Report(ReadingProgress reading)
    {
        _lastShown = clock.GetTimestamp();
        int percent = (int)Math.Clamp(100 * reading.BytesRead / Math.Max(1, reading.LengthInBytes), 0, 100);
        string status = string.Create(CultureInfo.CurrentCulture, $"Looking for an earlier result, {percent} % read: {Path.GetFileName(reading.Path)}");
        write(new ProgressRecord(ActivityId, Activity, status) { PercentComplete = percent });
    }

    /// <summary>Takes the display away, if there was one.</summary>
    public void Complete()
    {
        if (_lastShown is not null)
        {
            write(new ProgressRecord(ActivityId, Activity, Activity) { RecordType = ProgressRecordType.Completed });
            _lastShown = null;
        }
    }

    /// <summary>The name comes last: a narrow terminal cuts the end off.</summary>
    private static string Status(string distorted, ScoringProgress progress)
    {
        string total = progress.TotalFrames is { } count ? string.Create(CultureInfo.CurrentCulture, $" of {(progress.IsTotalEstimated ? "about " : "")}{count}") : string.Empty;
        string mean = progress.RunningMean is { } score ? string.Create(CultureInfo.CurrentCulture, $", mean {score:F2}") : string.Empty;
        return string.Create(
            CultureInfo.CurrentCulture,
            $"{progress.FramesScored}{total} frames, {progress.FramesPerSecond:F1} fps{mean}: {distorted}");
    }
}

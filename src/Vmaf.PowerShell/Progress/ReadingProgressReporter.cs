using Vmaf.Engine.Caching;

namespace Vmaf.PowerShell.Progress;

/// <summary>Passes on how far files are read, five times a second at most: the reading tells more often than a pipeline can listen.</summary>
/// <param name="show">Shows it.</param>
/// <param name="clock">The clock.</param>
internal sealed class ReadingProgressReporter(Action<ReadingProgress> show, TimeProvider clock) : IProgress<ReadingProgress>
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    // What is read within the first interval is not worth a word.
    private long _last = clock.GetTimestamp();

    /// <inheritdoc/>
    public void Report(ReadingProgress value)
    {
        long now = clock.GetTimestamp();
        if (clock.GetElapsedTime(_last, now) >= Interval)
        {
            _last = now;
            show(value);
        }
    }
}

using System.Globalization;
using System.Management.Automation;

namespace Vmaf.PowerShell.Progress;

/// <summary>Shows how many frames are explained while another thread explains them.</summary>
/// <param name="write">Shows a record; called on the thread that waits.</param>
/// <param name="frameCount">Number of frames.</param>
internal sealed class ExplanationProgress(Action<ProgressRecord> write, int frameCount) : IProgress<int>
{
    private const int ActivityId = 0x564D4147;
    private const string Activity = "Explaining scores";

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    private int _done;

    /// <inheritdoc/>
    public void Report(int value) => Interlocked.Increment(ref _done);

    /// <summary>Waits for the work to end, well or badly, and shows how far it is.</summary>
    /// <param name="work">The work.</param>
    public void ShowUntilDone(Task work)
    {
        bool isShown = false;
        while (Task.WaitAny([work], Interval) < 0)
        {
            isShown = true;
            int done = Volatile.Read(ref _done);
            write(new ProgressRecord(ActivityId, Activity, string.Create(CultureInfo.CurrentCulture, $"{done} of {frameCount} frames"))
            {
                PercentComplete = (int)(100L * done / frameCount),
            });
        }

        if (isShown)
        {
            write(new ProgressRecord(ActivityId, Activity, Activity) { RecordType = ProgressRecordType.Completed });
        }
    }
}

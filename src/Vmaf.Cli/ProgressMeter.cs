using System.Diagnostics;
using System.Globalization;
using Vmaf.Engine.Scoring;

namespace Vmaf.Cli;

/// <summary>Shows on one line of a terminal how far a run is, a few times a second.</summary>
internal sealed class ProgressMeter(TextWriter terminal)
{
    private const string EraseToEndOfLine = "\u001b[K";
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    private readonly Stopwatch _sinceLast = Stopwatch.StartNew();
    private bool _shown;

    /// <summary>Shows the progress if it is time.</summary>
    public void Update(ScoringProgress progress)
    {
        if (_sinceLast.Elapsed >= Interval)
        {
            _sinceLast.Restart();
            Show(progress);
        }
    }

    /// <summary>Shows the last state and leaves the line.</summary>
    public void End(ScoringProgress progress)
    {
        if (_shown)
        {
            Show(progress);
            terminal.WriteLine();
        }
    }

    private void Show(ScoringProgress progress)
    {
        _shown = true;
        string total = progress.TotalFrames is { } frames ? string.Create(CultureInfo.InvariantCulture, $" of {(progress.IsTotalEstimated ? "about " : "")}{frames}") : string.Empty;
        string mean = progress.RunningMean is { } score ? string.Create(CultureInfo.InvariantCulture, $", mean {score:F2}") : string.Empty;
        terminal.Write(string.Create(
            CultureInfo.InvariantCulture, $"\r{progress.FramesScored}{total} frames, {progress.FramesPerSecond:F2} fps{mean}{EraseToEndOfLine}"));
        terminal.Flush();
    }
}

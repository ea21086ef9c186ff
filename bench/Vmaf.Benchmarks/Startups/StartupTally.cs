using System.Globalization;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Fifo;
using Vmaf.Engine.Processes;

namespace Vmaf.Benchmarks.Startups;

/// <summary>What came of many start-ups.</summary>
/// <param name="folder">The folder that sessions are made in.</param>
internal sealed class StartupTally(string folder)
{
    private const string LinuxSemaphoreFolder = "/dev/shm";

    private const string LinuxSemaphorePrefix = "sem.";

    private readonly List<double> _readyMilliseconds = [];
    private readonly List<string> _errors = [];
    private int _hangs;
    private int _wrongScores;
    private int _leaks;

    /// <summary>Whether nothing went wrong.</summary>
    public bool IsClean => _hangs + _wrongScores + _leaks + _errors.Count == 0;

    /// <summary>Counts a start-up that was scored.</summary>
    public void Finished(TimeSpan ready, bool isScoreRight)
    {
        _readyMilliseconds.Add(ready.TotalMilliseconds);
        _wrongScores += isScoreRight ? 0 : 1;
    }

    /// <summary>Counts a start-up that did not end in time.</summary>
    public void Hung() => _hangs++;

    /// <summary>Counts a start-up that ended with an error.</summary>
    public void Failed(VmafException error) => _errors.Add($"{error.ErrorId}: {error.Message}");

    /// <summary>Counts what a start-up left behind: folders, and on Linux semaphores.</summary>
    public void CheckLeaks()
    {
        int left = Directory.GetDirectories(folder).Length;
        if (OperatingSystem.IsLinux())
        {
            left += Directory.GetFiles(LinuxSemaphoreFolder, LinuxSemaphorePrefix + SessionName.Prefix + "*").Count(IsOwn);
        }

        _leaks += left;
    }

    /// <summary>Prints the figures.</summary>
    public void Print(TextWriter output)
    {
        _readyMilliseconds.Sort();
        string Percentile(double share) => _readyMilliseconds.Count == 0
            ? "-"
            : _readyMilliseconds[(int)(share * (_readyMilliseconds.Count - 1))].ToString("0", CultureInfo.InvariantCulture);

        output.WriteLine($"start-ups {_readyMilliseconds.Count + _hangs + _errors.Count}, hangs {_hangs}, errors {_errors.Count}, wrong scores {_wrongScores}, leaks {_leaks}");
        output.WriteLine($"both writers ready after (ms): minimum {Percentile(0)}, median {Percentile(0.5)}, 99 % {Percentile(0.99)}, maximum {Percentile(1)}");
        foreach (IGrouping<string, string> error in _errors.GroupBy(error => error))
        {
            output.WriteLine($"{error.Count()} × {error.Key}");
        }
    }

    /// <summary>Other programs may run FIFO writers at the same time.</summary>
    private static bool IsOwn(string semaphoreFile) =>
        SessionName.TryParse(Path.GetFileName(semaphoreFile)[LinuxSemaphorePrefix.Length..^1], out SessionName? name)
        && name.Value.Owner == ProcessIdentity.Current;
}

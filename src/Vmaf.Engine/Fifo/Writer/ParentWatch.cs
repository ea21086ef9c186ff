using System.Diagnostics;
using Vmaf.Engine.Processes;

namespace Vmaf.Engine.Fifo.Writer;

/// <summary>
/// Tells a writer process that its parent is gone or has no more use for it: its standard input, which the parent holds open,
/// ends; and, should another process hold that pipe open by accident, the parent process is no more.
/// </summary>
internal sealed class ParentWatch : IDisposable
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(250);

    private readonly Stream _lifeline;
    private readonly ProcessIdentity _parent;
    private readonly Action _ended;
    private readonly Timer _timer;
    private int _isSignalled;

    /// <summary>Starts watching.</summary>
    /// <param name="lifeline">The standard input; its first line has been read.</param>
    /// <param name="parent">The parent.</param>
    /// <param name="ended">Called once, on another thread.</param>
    public ParentWatch(Stream lifeline, ProcessIdentity parent, Action ended)
    {
        _lifeline = lifeline;
        _parent = parent;
        _ended = ended;
        new Thread(WaitForEndOfInput) { IsBackground = true, Name = "parent watch" }.Start();
        _timer = new Timer(_ => SignalIf(_parent.IsGone), null, PollInterval, PollInterval);
    }

    /// <summary>Whether a process has ended, seen after a moment in which a dying one may get there.</summary>
    /// <param name="parent">The process.</param>
    /// <param name="patience">The moment.</param>
    public static bool IsGoneAfter(ProcessIdentity parent, TimeSpan patience)
    {
        long start = Stopwatch.GetTimestamp();
        while (!parent.IsGone)
        {
            if (Stopwatch.GetElapsedTime(start) > patience)
            {
                return false;
            }

            Thread.Sleep(5);
        }

        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => _timer.Dispose();

    private void WaitForEndOfInput()
    {
        try
        {
            byte[] ignored = new byte[64];
            while (_lifeline.Read(ignored) > 0)
            {
            }
        }
        catch (IOException)
        {
            // As good as its end.
        }

        SignalIf(true);
    }

    private void SignalIf(bool condition)
    {
        if (condition && Interlocked.Exchange(ref _isSignalled, 1) == 0)
        {
            _ended();
        }
    }
}

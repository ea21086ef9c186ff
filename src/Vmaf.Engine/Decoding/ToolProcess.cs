using System.ComponentModel;
using System.Diagnostics;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Processes;

namespace Vmaf.Engine.Decoding;

/// <summary>
/// A program that the engine starts, without a shell, with arguments passed as they are. Keeps the last lines of its standard error,
/// and ends it with everything that it started itself.
/// </summary>
internal sealed class ToolProcess : IDisposable
{
    private const int KeptErrorLines = 8;
    private const int LongestErrorLine = 400;

    private static readonly TimeSpan CancellationPollInterval = TimeSpan.FromMilliseconds(40);

    /// <summary>How long the streams of a program that ended may take to run dry; a grandchild may hold them open.</summary>
    private static readonly TimeSpan DrainTime = TimeSpan.FromMilliseconds(500);

    private readonly Process _process;
    private readonly Queue<string> _errorLines = new();
    private readonly Thread _errorReader;

    private ToolProcess(Process process, bool captureOutput)
    {
        _process = process;
        Output = ProcessPipe.Open(process.StandardOutput);
        _errorReader = StartThread(ReadErrors, "standard error");
        if (!captureOutput)
        {
            StartThread(DrainOutput, "standard output");
        }
    }

    /// <summary>Its process id.</summary>
    public int ProcessId => _process.Id;

    /// <summary>Its standard output, if captured.</summary>
    public Stream Output { get; }

    /// <summary>Whether it said anything on its standard error. Ask after its end.</summary>
    public bool HasComplained => ErrorLines().Length > 0;

    /// <summary>Starts a program with an empty standard input.</summary>
    /// <param name="program">Its path.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="captureOutput">Whether <see cref="Output"/> is to be read; else it is thrown away.</param>
    /// <exception cref="VmafException">It cannot be started (<see cref="VmafErrorIds.DecoderNotFound"/>).</exception>
    public static ToolProcess Start(string program, IEnumerable<string> arguments, bool captureOutput)
    {
        var start = new ProcessStartInfo(program)
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            Process process = Process.Start(start) ?? throw new InvalidOperationException($"'{program}' did not start.");
            process.StandardInput.Close();
            return new ToolProcess(process, captureOutput);
        }
        catch (Exception cause) when (cause is Win32Exception or InvalidOperationException)
        {
            throw new VmafException(
                VmafErrorIds.DecoderNotFound, $"'{program}' could not be started: {cause.Message}.", FfmpegTools.InstallHint, program, cause);
        }
    }

    /// <summary>What an exit code means, as the end of a sentence.</summary>
    public static string DescribeExit(int exitCode) => exitCode is > 128 and < 160 && !OperatingSystem.IsWindows()
        ? $"was ended by signal {exitCode - 128}"
        : $"ended with exit code {exitCode}";

    /// <summary>Waits for its end; kills it when cancelled.</summary>
    /// <returns>Its exit code; 128 plus the signal's number where a signal ended it.</returns>
    public int WaitForExit(CancellationToken cancellationToken)
    {
        while (!_process.WaitForExit(CancellationPollInterval))
        {
            if (cancellationToken.IsCancellationRequested)
            {
                Kill();
                cancellationToken.ThrowIfCancellationRequested();
            }
        }

        return _process.ExitCode;
    }

    /// <summary>The last lines of its standard error as one text, after a prefix; a full stop if it said nothing. Ask after its end.</summary>
    public string ErrorTail(string prefix) => ErrorLines() is { Length: > 0 } lines ? prefix + string.Join(Environment.NewLine, lines) : ".";

    /// <summary>Ends it and everything that it started.</summary>
    public void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (Exception error) when (error is InvalidOperationException or Win32Exception or AggregateException or NotSupportedException)
        {
            // Ended already.
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_process.HasExited)
        {
            Kill();
            _process.WaitForExit(DrainTime);
        }

        Output.Dispose();
        _process.Dispose();
    }

    private string[] ErrorLines()
    {
        _errorReader.Join(DrainTime);
        lock (_errorLines)
        {
            return [.. _errorLines];
        }
    }

    /// <summary>Threads of their own: the runtime's asynchronous reads take longer to get going than a short decoder to end.</summary>
    private Thread StartThread(ThreadStart work, string stream)
    {
        var thread = new Thread(work) { IsBackground = true, Name = $"{stream} of {_process.StartInfo.FileName}" };
        thread.Start();
        return thread;
    }

    private void DrainOutput()
    {
        try
        {
            Span<byte> ignored = stackalloc byte[256];
            while (Output.Read(ignored) > 0)
            {
            }
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // Closed under the reader.
        }
    }

    private void ReadErrors()
    {
        try
        {
            using var errors = new StreamReader(ProcessPipe.Open(_process.StandardError));
            while (errors.ReadLine() is { } text)
            {
                string line = ToolMessage.Clean(text);
                lock (_errorLines)
                {
                    _errorLines.Enqueue(line.Length > LongestErrorLine ? line[..LongestErrorLine] + "…" : line);
                    if (_errorLines.Count > KeptErrorLines)
                    {
                        _errorLines.Dequeue();
                    }
                }
            }
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // Closed under the reader: what was read is kept.
        }
    }
}

using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Vmaf.Engine.Decoding;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Fifo.Messages;
using Vmaf.Engine.Processes;

namespace Vmaf.Engine.Fifo;

/// <summary>A writer process as its parent sees it. Disposing it ends the process, and its decoder with it.</summary>
internal sealed class FifoWriterProcess : IDisposable
{
    private const int KeptErrorCharacters = 2000;
    private const int StackSize = 256 * 1024;

    /// <summary>How long a process that was killed may take to be gone.</summary>
    private static readonly TimeSpan KillTime = TimeSpan.FromSeconds(2);

    private readonly string _description;
    private readonly Process _process;
    private readonly Stream _input;
    private readonly StringBuilder _errorText = new();
    private readonly Thread _reportReader;
    private readonly Thread _errorReader;
    private readonly ManualResetEventSlim _isSettled = new();
    private volatile FifoWriterReport? _outcome;
    private ProcessIdentity? _decoder;
    private int _disposed;

    private FifoWriterProcess(string description, Process process)
    {
        _description = description;
        _process = process;
        _input = ProcessPipe.Open(process.StandardInput);
        _reportReader = StartThread(ReadReports, "reports");
        _errorReader = StartThread(ReadErrors, "errors");
    }

    /// <summary>The process id.</summary>
    public int ProcessId => _process.Id;

    /// <summary>Whether the writer has said how it ended, or is gone.</summary>
    public bool IsSettled => _isSettled.IsSet;

    /// <summary>Whether the writer is gone without having said how it ended.</summary>
    public bool HasDied => IsSettled && _outcome is null;

    /// <summary>Stable id of the error that a settled writer said ended it; <see langword="null"/> for none.</summary>
    public string? FailureId => _outcome?.ErrorId;

    /// <summary>What the decoder of a settled writer complained about although it wrote all frames; <see langword="null"/> for nothing.</summary>
    public string? Complaint { get; private set; }

    /// <summary>Starts a writer, which waits for its request.</summary>
    /// <param name="description">What it does, for messages, such as <c>reference 'a.mp4'</c>.</param>
    /// <param name="program">The program that hosts it; <see langword="null"/> for the default.</param>
    /// <exception cref="VmafException">It cannot be started.</exception>
    public static FifoWriterProcess Launch(string description, FifoWriterProgram? program = null)
    {
        program ??= FifoWriterProgram.Default;
        try
        {
            Process process = Process.Start(program.StartInfo()) ?? throw new InvalidOperationException("there is no process");
            return new FifoWriterProcess(description, process);
        }
        catch (Exception cause) when (cause is Win32Exception or InvalidOperationException)
        {
            throw new VmafException(
                VmafErrorIds.WriterDied,
                $"The FIFO writer of the {description} could not be started ({program.Description}): {cause.Message}.",
                null,
                description,
                cause);
        }
    }

    /// <summary>Tells the writer what to do. Once.</summary>
    /// <param name="request">What it is to do.</param>
    public void Send(FifoWriterRequest request)
    {
        try
        {
            _input.Write(Encoding.UTF8.GetBytes(request.ToLine() + '\n'));
            _input.Flush();
        }
        catch (IOException)
        {
            // It died at once; the reader of its standard error learns why.
        }
    }

    /// <summary>Waits until the writer has said how it ended, or is gone.</summary>
    /// <param name="timeout">How long to wait at most.</param>
    /// <returns>Whether it is so.</returns>
    public bool WaitUntilSettled(TimeSpan timeout) => _isSettled.Wait(timeout);

    /// <summary>The error that ended a settled writer; <see langword="null"/> if it wrote everything.</summary>
    /// <param name="whileDoing">What was going on, for the message, such as <c>before it was ready</c>.</param>
    public VmafException? Failure(string whileDoing)
    {
        FifoWriterReport? outcome = _outcome;
        if (outcome is { Kind: FifoWriterReportKind.Finished })
        {
            return null;
        }

        if (outcome is not null)
        {
            return new VmafException(outcome.ErrorId ?? VmafErrorIds.WriterDied, outcome.Message ?? "The FIFO writer failed.", outcome.Remedy, _description);
        }

        _process.WaitForExit(KillTime);
        _errorReader.Join(KillTime);
        string exit = _process.HasExited ? ToolProcess.DescribeExit(_process.ExitCode) : "closed its output";
        string said;
        lock (_errorText)
        {
            said = _errorText.Length > 0 ? $": {_errorText.ToString().TrimEnd()}" : ".";
        }

        return new VmafException(
            VmafErrorIds.WriterDied,
            $"The FIFO writer of the {_description} {exit} {whileDoing}{said}",
            "Try again; if something kills processes here (memory limits, job control), give it more room.",
            _description);
    }

    /// <summary>Ends the writer and its decoder, and waits until they are gone.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        try
        {
            if (!_process.HasExited && !_isSettled.IsSet)
            {
                _process.Kill(entireProcessTree: true);
            }
        }
        catch (Exception error) when (error is InvalidOperationException or Win32Exception or AggregateException)
        {
            // Ended in the meantime.
        }

        if (!_process.WaitForExit(KillTime))
        {
            KillProcess(_process);
        }

        _reportReader.Join(KillTime);
        KillOrphanedDecoder();
        _input.Dispose();
        _process.Dispose();
    }

    private static void KillProcess(Process process)
    {
        try
        {
            process.Kill();
        }
        catch (Exception error) when (error is InvalidOperationException or Win32Exception)
        {
            // Ended in the meantime.
        }
    }

    /// <summary>A writer that was killed leaves its decoder without a parent.</summary>
    private void KillOrphanedDecoder()
    {
        if (_decoder is not { } decoder || ProcessIdentity.Of(decoder.ProcessId) != decoder)
        {
            return;
        }

        try
        {
            using Process process = Process.GetProcessById(decoder.ProcessId);
            KillProcess(process);
        }
        catch (ArgumentException)
        {
            // Ended in the meantime.
        }
    }

    private Thread StartThread(ThreadStart work, string what)
    {
        var thread = new Thread(work, StackSize) { IsBackground = true, Name = $"{what} of the FIFO writer {_process.Id}" };
        thread.Start();
        return thread;
    }

    private void ReadReports()
    {
        try
        {
            using var reports = new StreamReader(ProcessPipe.Open(_process.StandardOutput));
            while (reports.ReadLine() is { } line)
            {
                Take(FifoWriterReport.Parse(line));
            }
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // What does not report in order counts as dead.
        }
        finally
        {
            _isSettled.Set();
        }
    }

    private void Take(FifoWriterReport? report)
    {
        switch (report?.Kind)
        {
            case FifoWriterReportKind.DecoderStarted:
                _decoder = ProcessIdentity.Of(report.DecoderProcessId ?? 0);
                break;
            case FifoWriterReportKind.DecoderComplained:
                Complaint = report.Message;
                break;
            case FifoWriterReportKind.Finished or FifoWriterReportKind.Failed:
                _outcome = report;
                _isSettled.Set();
                break;
            default:
                break;
        }
    }

    private void ReadErrors()
    {
        try
        {
            using var errors = new StreamReader(ProcessPipe.Open(_process.StandardError));
            while (errors.ReadLine() is { } line)
            {
                lock (_errorText)
                {
                    if (_errorText.Length < KeptErrorCharacters)
                    {
                        _errorText.AppendLine(line);
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

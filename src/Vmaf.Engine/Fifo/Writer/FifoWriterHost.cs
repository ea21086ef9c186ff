using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Text;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Fifo.Messages;
using Vmaf.Engine.Fifo.Posix;
using Vmaf.Engine.Fifo.Windows;

namespace Vmaf.Engine.Fifo.Writer;

/// <summary>
/// The inside of a FIFO writer process, whatever program hosts it. Its standard input brings one line, the request, and then stays
/// open for as long as the parent wants it; its standard output reports what happens.
/// </summary>
public static class FifoWriterHost
{
    /// <summary>The word on the command line that makes the <c>vmaf</c> tool a writer.</summary>
    public const string Verb = "fifo-writer";

    private const int Success = 0;
    private const int Failure = 1;
    private const int Abandoned = 3;

    /// <summary>How long a writer whose parent is gone may take to tidy up before it is ended the hard way.</summary>
    private static readonly TimeSpan TidyTime = TimeSpan.FromSeconds(1);

    /// <summary>How long a dying parent may hold its place after its end of the standard input closed.</summary>
    private static readonly TimeSpan ParentPatience = TimeSpan.FromMilliseconds(300);

    /// <summary>Serves one request and returns the exit code for the process.</summary>
    public static int Run()
    {
        using Stream input = Console.OpenStandardInput();

        // Ctrl+C reaches every process of the terminal; the parent decides what it means.
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, static context => context.Cancel = true);
        using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)) { AutoFlush = true };
        if (!FifoWriterRequest.TryParse(ReadLine(input), out FifoWriterRequest? request)
            || !SessionName.TryParse(Path.GetFileName(request.SessionFolder), out SessionName? session))
        {
            Console.Error.WriteLine($"'{Verb}' is started by a run that needs it, with a request on its standard input; it is not for use by hand.");
            return Failure;
        }

        return Serve(request, session.Value, input, output);
    }

    /// <summary>Reads no further than the end of the line: what follows is for the watch over the parent.</summary>
    private static string ReadLine(Stream input)
    {
        var line = new MemoryStream();
        for (int next = input.ReadByte(); next is not -1 and not '\n'; next = input.ReadByte())
        {
            line.WriteByte((byte)next);
        }

        return Encoding.UTF8.GetString(line.GetBuffer(), 0, (int)line.Length);
    }

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "Whatever ends the writer is reported to its parent.")]
    private static int Serve(FifoWriterRequest request, SessionName session, Stream input, StreamWriter output)
    {
        using var abandoned = new CancellationTokenSource();
        void RemoveOrphanedSession()
        {
            if (ParentWatch.IsGoneAfter(session.Owner, ParentPatience))
            {
                StaleSessions.Remove(session, request.SessionFolder);
            }
        }

        void Abandon() => CancelOrExit(abandoned, RemoveOrphanedSession);
        using var watch = new ParentWatch(input, session.Owner, Abandon);

        // The parent decides what Ctrl+C means; other signals mean the end.
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => AbandonInstead(context, Abandon));
        using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, context => AbandonInstead(context, Abandon));
        int exitCode;
        try
        {
            Write(request, report => Report(output, report), abandoned.Token);
            Report(output, new FifoWriterReport(FifoWriterReportKind.Finished));
            exitCode = Success;
        }
        catch (OperationCanceledException) when (abandoned.IsCancellationRequested)
        {
            exitCode = Abandoned;
        }
        catch (VmafException error)
        {
            Report(output, new FifoWriterReport(FifoWriterReportKind.Failed, null, error.ErrorId, error.Message, error.Remedy));
            exitCode = Failure;
        }
        catch (Exception error)
        {
            Report(output, new FifoWriterReport(FifoWriterReportKind.Failed, null, VmafErrorIds.WriterDied, $"The FIFO writer failed: {error}"));
            exitCode = Failure;
        }

        if (abandoned.IsCancellationRequested)
        {
            RemoveOrphanedSession();
        }

        return exitCode;
    }

    private static void Write(FifoWriterRequest request, Action<FifoWriterReport> report, CancellationToken cancellationToken)
    {
        IFrameProducer producer = FrameProducers.For(request.Input, report);
        using IWriterTarget target = OperatingSystem.IsWindows() ? new WindowsPipeTarget(request.TargetPath) : new PosixFifoTarget(request.TargetPath);
        using (INamedSemaphore ready = NamedSemaphore.Open(request.SemaphoreName))
        {
            target.Create();
            ready.Release();
        }

        if (request.Input is DecoderInput)
        {
            WriterPriority.Lower();
        }

        producer.Produce(target, cancellationToken);
    }

    private static void AbandonInstead(PosixSignalContext context, Action abandon)
    {
        context.Cancel = true;
        abandon();
    }

    /// <summary>Ends the work in order; if that takes too long, as where processors are very busy, without it.</summary>
    private static void CancelOrExit(CancellationTokenSource abandoned, Action removeOrphanedSession)
    {
        new Thread(() =>
        {
            Thread.Sleep(TidyTime);
            removeOrphanedSession();
            Environment.Exit(Abandoned);
        }) { IsBackground = true, Name = "last resort" }.Start();
        try
        {
            abandoned.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It is ending already.
        }
    }

    private static void Report(StreamWriter output, FifoWriterReport report)
    {
        try
        {
            output.WriteLine(report.ToLine());
        }
        catch (IOException)
        {
            // Nobody listens any more.
        }
    }
}

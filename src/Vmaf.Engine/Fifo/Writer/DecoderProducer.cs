using Vmaf.Engine.Decoding;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Fifo.Messages;
using Vmaf.Engine.Processes;

namespace Vmaf.Engine.Fifo.Writer;

/// <summary>Starts a decoder that writes to the target, and watches over it.</summary>
internal sealed class DecoderProducer(DecoderInput input, Action<FifoWriterReport> report) : IFrameProducer
{
    private const string StandardOutput = "pipe:1";
    private const int CopyBufferSize = 1 << 20;

    /// <inheritdoc/>
    public void Produce(IWriterTarget target, CancellationToken cancellationToken)
    {
        bool direct = target.DecoderPath is not null;
        string output = direct ? "file:" + target.DecoderPath : StandardOutput;
        (string program, IEnumerable<string> arguments) = ParentDeathSignal.Bind(input.Launcher, input.Program, [.. input.Arguments, output]);
        using ToolProcess decoder = ToolProcess.Start(program, arguments, captureOutput: !direct);
        report(new FifoWriterReport(FifoWriterReportKind.DecoderStarted, decoder.ProcessId));
        bool readerIsGone = !direct && !TryCopy(decoder, target, cancellationToken);
        int exitCode = decoder.WaitForExit(cancellationToken);
        if (readerIsGone)
        {
            return;
        }

        // Told even if the decoder says that nobody reads: a parent that has stopped reading does not ask.
        if (exitCode != 0)
        {
            throw new VmafException(
                VmafErrorIds.DecoderFailed,
                $"'{input.SourcePath}' could not be decoded: {Path.GetFileName(input.Program)} {ToolProcess.DescribeExit(exitCode)}{decoder.ErrorTail(": ")}",
                "See whether the file plays, and whether the filter arguments are right.",
                input.SourcePath);
        }

        if (decoder.HasComplained)
        {
            report(new FifoWriterReport(FifoWriterReportKind.DecoderComplained, null, null, $"While decoding '{input.SourcePath}'{decoder.ErrorTail(": ")}"));
        }
    }

    private static bool TryCopy(ToolProcess decoder, IWriterTarget target, CancellationToken cancellationToken)
    {
        try
        {
            using Stream output = target.OpenStream(cancellationToken);
            decoder.Output.CopyTo(output, CopyBufferSize);
            return true;
        }
        catch (IOException) when (!cancellationToken.IsCancellationRequested)
        {
            decoder.Kill();
            return false;
        }
    }
}

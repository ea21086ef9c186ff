using Vmaf.Engine.Decoding;
using Vmaf.Engine.Errors;

namespace Vmaf.Engine.Fifo;

/// <summary>Starts a decoder that writes to the target, and watches over it.</summary>
internal sealed class DecoderProducer(DecoderInput input, Action<int> started) : IFrameProducer
{
    private const string StandardOutput = "pipe:1";
    private const int CopyBufferSize = 1 << 20;

    /// <inheritdoc/>
    public void Produce(IWriterTarget target, CancellationToken cancellationToken)
    {
        bool direct = target.DecoderPath is not null;
        string output = direct ? "file:" + target.DecoderPath : StandardOutput;
        using ToolProcess decoder = ToolProcess.Start(input.Program, [.. input.Arguments, output], captureOutput: !direct);
        started(decoder.ProcessId);
        bool readerIsGone = !direct && !TryCopy(decoder, target, cancellationToken);
        int exitCode = decoder.WaitForExit(cancellationToken);
        if (exitCode != 0 && !readerIsGone && !decoder.SaysBrokenPipe)
        {
            throw new VmafException(
                VmafErrorIds.DecoderFailed,
                $"'{input.SourcePath}' could not be decoded: {Path.GetFileName(input.Program)} {ToolProcess.DescribeExit(exitCode)}{decoder.ErrorTail(": ")}",
                "See whether the file plays, and whether the filter arguments are right.",
                input.SourcePath);
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

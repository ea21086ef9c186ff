using Vmaf.Engine.Fifo.Messages;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Fifo.Writer;

/// <summary>Writes a range of frames of a raw or y4m file.</summary>
internal sealed class ClipProducer(ClipInput input) : IFrameProducer
{
    /// <inheritdoc/>
    public void Produce(IWriterTarget target, CancellationToken cancellationToken)
    {
        var hints = new RawVideoHints(input.Format.Width, input.Format.Height, input.Format.Chroma, input.Format.BitDepth);
        IFrameSource file = VideoSource.Open(input.SourcePath, hints, null, cancellationToken);
        using IFrameSource source = input.Frames is { } frames ? new FrameRange(file, frames.First, frames.Count) : file;
        if (file is IPackedFrames { File: { } bytes })
        {
            FrameWriter.Send(source, bytes, target, cancellationToken);
        }
        else
        {
            FrameWriter.Copy(source, target, null, cancellationToken);
        }
    }
}

using Vmaf.Engine.Video;

namespace Vmaf.Engine.Fifo.Writer;

/// <summary>Writes frames as raw video: planes in order, rows without padding.</summary>
internal static class FrameWriter
{
    /// <summary>Copies a video frame by frame to a target, until it ends or the reader wants no more.</summary>
    /// <param name="source">The video.</param>
    /// <param name="target">The target, made already.</param>
    /// <param name="change">Applied to each frame before it is written.</param>
    /// <param name="cancellationToken">Ends the copying.</param>
    public static void Copy(IFrameSource source, IWriterTarget target, Action<VideoFrame>? change, CancellationToken cancellationToken)
    {
        VideoFrame frame = VideoFrame.Allocate(source.Format);
        byte[] packed = new byte[source.Format.FrameSizeInBytes];
        try
        {
            using Stream output = target.OpenStream(cancellationToken);
            while (source.TryRead(frame, cancellationToken))
            {
                change?.Invoke(frame);
                Pack(frame, packed);
                output.Write(packed);
            }
        }
        catch (ReaderGoneException)
        {
            // It has what it wants.
        }
        finally
        {
            frame.Release();
        }
    }

    /// <summary>Sends the frames of a file in the bytes in which they are there, until it ends or the reader wants no more.</summary>
    /// <param name="source">The video, or a part of it.</param>
    /// <param name="file">The file that it is read from.</param>
    /// <param name="target">The target, made already.</param>
    /// <param name="cancellationToken">Ends the sending.</param>
    public static void Send(IFrameSource source, FileByteSource file, IWriterTarget target, CancellationToken cancellationToken)
    {
        long size = source.Format.FrameSizeInBytes;
        try
        {
            using Stream output = target.OpenStream(cancellationToken);
            while (source.TrySkip(cancellationToken))
            {
                file.Send(file.Position - size, size, output);
            }
        }
        catch (ReaderGoneException)
        {
            // It has what it wants.
        }
    }

    private static void Pack(VideoFrame frame, Span<byte> packed)
    {
        for (int plane = 0; plane < frame.Format.PlaneCount; plane++)
        {
            PlaneView view = frame.Plane(plane);
            for (int y = 0; y < view.Height; y++)
            {
                Span<byte> row = view.RowBytes(y);
                row.CopyTo(packed);
                packed = packed[row.Length..];
            }
        }
    }
}

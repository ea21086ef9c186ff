namespace Vmaf.Engine.Video;

/// <summary>A video that is read frame by frame, in order, by one thread.</summary>
public interface IFrameSource : IDisposable
{
    /// <summary>The file's path, or what stands for it (such as <c>-</c> for standard input), for messages.</summary>
    string Name { get; }

    /// <summary>Size, chroma format and bit depth of every frame.</summary>
    VideoFormat Format { get; }

    /// <summary>Number of frames from the start, or <see langword="null"/> where only reading on tells (pipes).</summary>
    long? FrameCount { get; }

    /// <summary>Frames a second, or <see langword="null"/> where nothing says (raw video).</summary>
    FrameRate? FrameRate => null;

    /// <summary>Which sample values stand for black and white, where something says.</summary>
    ColorRange ColorRange => ColorRange.Unspecified;

    /// <summary>Reads the next frame.</summary>
    /// <param name="destination">A frame of <see cref="Format"/> that receives the samples.</param>
    /// <param name="cancellationToken">Ends a read that waits for its producer.</param>
    /// <returns><see langword="false"/> at the end of the video.</returns>
    /// <exception cref="Errors.VmafException">The video is malformed or ends inside a frame.</exception>
    /// <exception cref="OperationCanceledException">The read was cancelled.</exception>
    bool TryRead(VideoFrame destination, CancellationToken cancellationToken = default);

    /// <summary>Passes over the next frame without keeping its samples.</summary>
    /// <param name="cancellationToken">Ends a read that waits for its producer.</param>
    /// <returns><see langword="false"/> at the end of the video.</returns>
    bool TrySkip(CancellationToken cancellationToken = default);
}

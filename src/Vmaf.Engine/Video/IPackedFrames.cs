namespace Vmaf.Engine.Video;

/// <summary>A video that may lie in a file in the very bytes in which its frames are sent: plane after plane, rows without padding.</summary>
internal interface IPackedFrames
{
    /// <summary>
    /// The file, whose position is right behind the frame that was read or passed over last; <see langword="null"/> for pipes.
    /// </summary>
    FileByteSource? File { get; }
}

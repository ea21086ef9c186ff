using Vmaf.Engine.Errors;

namespace Vmaf.Engine.Video;

/// <summary>The checks that every reader makes of a frame.</summary>
internal static class FrameCheck
{
    /// <summary>Checks that a frame to read into has the video's format.</summary>
    public static void Destination(VideoFrame destination, VideoFormat format)
    {
        if (destination.Format != format)
        {
            throw new ArgumentException($"A frame of {destination.Format} cannot take a frame of {format}.", nameof(destination));
        }
    }

    /// <summary>Checks that a frame came whole.</summary>
    /// <param name="name">The video, for the message.</param>
    /// <param name="frameNumber">The frame's number.</param>
    /// <param name="readBytes">How much of it came.</param>
    /// <param name="format">What it should be.</param>
    /// <param name="hint">What to advise beside the usual.</param>
    /// <exception cref="VmafException"><see cref="VmafErrorIds.TruncatedFrame"/>.</exception>
    public static void Complete(string name, long frameNumber, long readBytes, VideoFormat format, string? hint = null)
    {
        if (readBytes < format.FrameSizeInBytes)
        {
            throw new VmafException(
                VmafErrorIds.TruncatedFrame,
                $"'{name}' ends inside frame {frameNumber}: {readBytes} of {format.FrameSizeInBytes} bytes ({format}).",
                "The video was cut short, or its size or pixel format is another: make or copy it again, or check the format."
                    + (hint is null ? null : " " + hint),
                name);
        }
    }
}

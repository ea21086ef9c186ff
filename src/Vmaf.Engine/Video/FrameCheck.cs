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
    /// <exception cref="VmafException"><see cref="VmafErrorIds.TruncatedFrame"/>.</exception>
    public static void Complete(string name, long frameNumber, long readBytes, VideoFormat format)
    {
        if (readBytes < format.FrameSizeInBytes)
        {
            throw new VmafException(
                VmafErrorIds.TruncatedFrame,
                $"'{name}' ends inside frame {frameNumber}: {readBytes} of {format.FrameSizeInBytes} bytes ({format}).",
                "The video was cut short, or its size or pixel format is another: make or copy it again, or check the format.",
                name);
        }
    }
}

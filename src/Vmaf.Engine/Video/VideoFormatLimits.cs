using Vmaf.Engine.Errors;

namespace Vmaf.Engine.Video;

/// <summary>What sizes and depths the engine takes.</summary>
internal static class VideoFormatLimits
{
    /// <summary>The widest and highest picture, in samples.</summary>
    public const int LargestSide = 32768;

    /// <summary>The most bytes of a frame; one read and one allocation must hold it.</summary>
    public const long LargestFrameInBytes = 1L << 30;

    /// <summary>Checks a format that a file or a user states.</summary>
    /// <exception cref="VmafException"><see cref="VmafErrorIds.FormatUnsupported"/>.</exception>
    public static VideoFormat Check(VideoFormat format, string name)
    {
        if (format.Width is < 1 or > LargestSide || format.Height is < 1 or > LargestSide)
        {
            throw new VmafException(
                VmafErrorIds.FormatUnsupported,
                $"'{name}': a picture of {format.Width}x{format.Height} samples is not supported; sides go from 1 to {LargestSide}.",
                "State the width and height that the video really has.",
                name);
        }

        if (format.BitDepth is < 8 or > 16)
        {
            throw new VmafException(
                VmafErrorIds.FormatUnsupported,
                $"'{name}': a bit depth of {format.BitDepth} is not supported; it goes from 8 to 16.",
                "State the bit depth that the video really has, or convert it to one of these.",
                name);
        }

        if (format.FrameSizeInBytes > LargestFrameInBytes)
        {
            throw new VmafException(
                VmafErrorIds.FormatUnsupported,
                $"'{name}': a frame of {format} has {format.FrameSizeInBytes} bytes; at most {LargestFrameInBytes} are supported.",
                "State the width and height that the video really has, or scale it down.",
                name);
        }

        return format;
    }
}

using Vmaf.Engine.Decoding;

namespace Vmaf.Engine.Video;

/// <summary>How many bits a second a video takes, in kilobits (1000 bits).</summary>
public static class VideoBitrate
{
    private const double BitsInByte = 8;
    private const double BitsInKilobit = 1000;

    /// <summary>
    /// Kilobits a second of a video as it lies in its file: of an encoded one as <see cref="VideoProbe.KilobitsPerSecond"/> has it, of an
    /// uncompressed one those of its samples. A part of the video has those of the whole.
    /// </summary>
    /// <param name="video">The video.</param>
    /// <param name="framesPerSecond">The rate of a video that does not say it itself, where known.</param>
    /// <param name="frameCount">Frames of the whole file, where known; of a file that does not state how long it plays, they tell.</param>
    /// <returns><see langword="null"/> where it is not known.</returns>
    public static double? Find(IFrameSource video, double? framesPerSecond = null, long? frameCount = null)
    {
        ArgumentNullException.ThrowIfNull(video);
        return video is IProbedVideo { Probe: { } probe }
            ? probe.KilobitsPerSecond ?? OfFrames(probe, framesPerSecond, frameCount)
            : (video.FrameRate?.FramesPerSecond ?? framesPerSecond) * video.Format.FrameSizeInBytes * BitsInByte / BitsInKilobit;
    }

    private static double? OfFrames(VideoProbe probe, double? framesPerSecond, long? frameCount) =>
        frameCount / (probe.FrameRate?.FramesPerSecond ?? framesPerSecond) is { } seconds && FileTarget.Find(probe.Path) is { Exists: true } file
            ? Of(file.Length, TimeSpan.FromSeconds(seconds))
            : null;

    /// <summary>Kilobits a second of a number of bytes.</summary>
    /// <param name="sizeInBytes">The bytes.</param>
    /// <param name="duration">How long they play; <see langword="null"/> where that is not known.</param>
    /// <returns><see langword="null"/> where the duration is not known.</returns>
    internal static double? Of(long sizeInBytes, TimeSpan? duration) =>
        duration is { } time && time > TimeSpan.Zero ? sizeInBytes * BitsInByte / BitsInKilobit / time.TotalSeconds : null;
}

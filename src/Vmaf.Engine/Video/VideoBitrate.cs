using Vmaf.Engine.Decoding;
using Vmaf.Engine.Errors;

namespace Vmaf.Engine.Video;

/// <summary>How many bits a second a video takes, in kilobits (1000 bits).</summary>
public static class VideoBitrate
{
    private const double BitsInByte = 8;
    private const double BitsInKilobit = 1000;

    /// <summary>
    /// Kilobits a second of a video as it lies in its file: of an encoded one as <see cref="VideoProbe.KilobitsPerSecond"/> has it, else by
    /// its packets, for which the whole file is read; of an uncompressed one those of its samples. A part of the video has those of the whole.
    /// </summary>
    /// <param name="video">The video.</param>
    /// <param name="framesPerSecond">The rate of a video that does not say it itself, where known.</param>
    /// <param name="cancellationToken">Ends the reading of packets.</param>
    /// <returns><see langword="null"/> where it is not known.</returns>
    /// <exception cref="OperationCanceledException">The reading was cancelled.</exception>
    public static double? Find(IFrameSource video, double? framesPerSecond = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(video);
        VideoProbe? probe = (video as IProbedVideo)?.Probe;
        return probe is { RawFormat: null }
            ? probe.KilobitsPerSecond ?? OfPackets(probe, cancellationToken)
            : (video.FrameRate?.FramesPerSecond ?? framesPerSecond) * (probe?.RawFormat ?? video.Format).FrameSizeInBytes * BitsInByte / BitsInKilobit;
    }

    private static double? OfPackets(VideoProbe probe, CancellationToken cancellationToken)
    {
        try
        {
            IReadOnlyList<VideoPacket> packets = Ffprobe.Packets(FfmpegTools.Find(cancellationToken), probe, cancellationToken);
            return Of(packets, PacketSpan.Find(packets, probe.FrameRate));
        }
        catch (VmafException)
        {
            // What was measured counts without a bitrate too, as where the file has gone meanwhile.
            return null;
        }
    }

    /// <summary>Kilobits a second of frames.</summary>
    /// <param name="packets">The frames.</param>
    /// <param name="duration">How long they play; <see langword="null"/> where that is not known.</param>
    /// <returns><see langword="null"/> where the duration is not known.</returns>
    internal static double? Of(IReadOnlyList<VideoPacket> packets, TimeSpan? duration) =>
        duration is { } time && time > TimeSpan.Zero
            ? packets.Sum(packet => packet.SizeInBytes) * BitsInByte / BitsInKilobit / time.TotalSeconds
            : null;
}

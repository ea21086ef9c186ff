using Vmaf.Engine.Decoding;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Inspection;

/// <summary>Finds out what a video file is, without decoding it.</summary>
public static class VideoInspector
{
    /// <summary>Describes a file.</summary>
    /// <param name="path">Path of the file; pipes are not looked at, because reading from them takes away what is read.</param>
    /// <param name="hints">What is known about the format of raw video.</param>
    /// <param name="countsFrames">
    /// Whether the packets of an encoded video are counted, for which its whole file is read. y4m and raw frames are always counted.
    /// </param>
    /// <param name="cancellationToken">Ends the wait for ffprobe.</param>
    /// <exception cref="VmafException">
    /// As for <see cref="VideoSource.Open(string, RawVideoHints?, DecodeOptions?, CancellationToken)"/>;
    /// <see cref="VmafErrorIds.FileEmpty"/> also for pipes.
    /// </exception>
    public static VideoDescription Inspect(
        string path, RawVideoHints? hints = null, bool countsFrames = false, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        FileInfo file = FileTarget.Find(path);
        if (file is { Exists: true, Length: 0 })
        {
            throw HasNoContent(path);
        }

        string? container = VideoSource.FindContainer(path, hints, cancellationToken);
        if (!file.Exists)
        {
            // It could be opened all the same, as the pipes that shells hand on as /dev/fd/63.
            throw HasNoContent(path);
        }

        return container is null
            ? DescribeUncompressed(path, hints, file.Length, cancellationToken)
            : DescribeEncoded(path, countsFrames, file.Length, cancellationToken);
    }

    private static VmafException HasNoContent(string path) => new(
        VmafErrorIds.FileEmpty, $"'{path}' is empty, or a pipe, of which only reading tells what comes.", "Give a file that has content.", path);

    private static VideoDescription DescribeUncompressed(string path, RawVideoHints? hints, long length, CancellationToken cancellationToken)
    {
        using IFrameSource source = VideoSource.Open(path, hints, decoding: null, cancellationToken);
        Y4mHeader? header = (source as Y4mReader)?.Header;
        return new VideoDescription
        {
            Path = path,
            Kind = header is null ? VideoKind.Raw : VideoKind.Y4m,
            LengthInBytes = length,
            Size = new PictureSize(source.Format.Width, source.Format.Height),
            PixelFormatName = source.Format.PixelFormatName,
            Format = source.Format,
            ContainerName = header is null ? string.Empty : "yuv4mpegpipe",
            FrameCount = source.FrameCount,
            IsFrameCountExact = source.FrameCount is not null,
            FrameRate = source.FrameRate,
            Duration = source.FrameRate is { } rate && source.FrameCount is { } count
                ? TimeSpan.FromSeconds(count / rate.FramesPerSecond)
                : null,
            KilobitsPerSecond = VideoBitrate.Find(source, cancellationToken: cancellationToken),
            ColorRange = header?.ColorRange ?? ColorRange.Unspecified,
            IsInterlaced = header?.Interlacing is 't' or 'b' or 'm',
        };
    }

    private static VideoDescription DescribeEncoded(string path, bool countsFrames, long length, CancellationToken cancellationToken)
    {
        FfmpegTools tools = FfmpegTools.Find(cancellationToken);
        VideoProbe probe = Ffprobe.Probe(tools, path, cancellationToken);
        IReadOnlyList<VideoPacket> packets = countsFrames ? Ffprobe.Packets(tools, probe, cancellationToken) : [];
        long? counted = packets.Count > 0 ? packets.Count : null;
        var timing = FrameTiming.Find([.. packets.Select(packet => packet.Seconds)]);

        // What a container says of how long it plays may count sound, a late start, or frames that are not shown.
        TimeSpan? span = PacketSpan.Find(packets, probe.FrameRate);
        return new VideoDescription
        {
            Path = path,
            Kind = VideoKind.Encoded,
            LengthInBytes = length,
            Size = probe.Size,
            PixelFormatName = probe.PixelFormatName,
            Format = PlanarPixelFormat.Parse(probe.PixelFormatName) is { } pixels
                ? new VideoFormat(probe.Size.Width, probe.Size.Height, pixels.Chroma, pixels.BitDepth)
                : null,
            ContainerName = probe.ContainerName,
            CodecName = probe.CodecName,
            FrameCount = counted ?? probe.StatedFrameCount,
            IsFrameCountExact = counted is not null,
            FrameRate = probe.FrameRate,
            HasVariableFrameRate = timing?.IsVariable ?? probe.HasVariableFrameRate,
            Timing = timing,
            Duration = span ?? probe.Duration,
            KilobitsPerSecond = VideoBitrate.Of(packets, span) ?? probe.KilobitsPerSecond,
            RotationDegrees = probe.RotationDegrees,
            ColorRange = probe.ColorRange,
            ColorTransfer = probe.ColorTransfer,
            DynamicRange = probe.DynamicRange,
            IsInterlaced = probe.IsInterlaced,
            Warnings = [.. probe.Warnings()],
        };
    }
}

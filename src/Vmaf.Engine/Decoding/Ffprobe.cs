using System.Globalization;
using System.Text.Json;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Decoding;

/// <summary>Asks ffprobe about a file.</summary>
public static class Ffprobe
{
    /// <summary>Finds out about the first video stream of a file that is no cover picture.</summary>
    /// <param name="tools">Where ffprobe is.</param>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Ends the wait for ffprobe.</param>
    /// <exception cref="VmafException">
    /// <see cref="VmafErrorIds.FileNotFound"/>, <see cref="VmafErrorIds.DecoderFailed"/> or <see cref="VmafErrorIds.NoVideoStream"/>.
    /// </exception>
    public static VideoProbe Probe(FfmpegTools tools, string path, CancellationToken cancellationToken = default)
    {
        if (!File.Exists(path))
        {
            throw new VmafException(VmafErrorIds.FileNotFound, $"'{path}' does not exist.", null, path);
        }

        string[] arguments =
        [
            "-v", "error", "-select_streams", "v", "-show_program_version", "-show_streams", "-show_format", "-of", "json",
            "-i", DecodeCommand.InputName(path),
        ];
        return Parse(path, Ask(tools, path, arguments, cancellationToken), tools);
    }

    /// <summary>
    /// Reads the packets of a video stream, which are its frames, without decoding them. Those that an edit list cuts away are left out:
    /// they lie in the file for others to be decoded from, but are not shown.
    /// </summary>
    /// <param name="tools">Where ffprobe is.</param>
    /// <param name="probe">What ffprobe says about the file.</param>
    /// <param name="cancellationToken">Ends the wait for ffprobe.</param>
    /// <returns>The packets in the order of the file.</returns>
    /// <exception cref="VmafException"><see cref="VmafErrorIds.DecoderFailed"/>.</exception>
    public static IReadOnlyList<VideoPacket> Packets(FfmpegTools tools, VideoProbe probe, CancellationToken cancellationToken = default)
    {
        string stream = probe.StreamIndex.ToString(CultureInfo.InvariantCulture);
        string[] arguments =
        [
            "-v", "error", "-select_streams", stream, "-show_entries", "packet=pts_time,duration_time,size,flags", "-of", "csv=p=0", "-i", DecodeCommand.InputName(probe.Path),
        ];
        var packets = new List<VideoPacket>();
        foreach (ReadOnlySpan<char> line in Ask(tools, probe.Path, arguments, cancellationToken).AsSpan().EnumerateLines())
        {
            if (ParsePacket(line.Trim()) is { } packet)
            {
                packets.Add(packet);
            }
        }

        return packets;
    }

    private static string Ask(FfmpegTools tools, string path, string[] arguments, CancellationToken cancellationToken)
    {
        ToolOutput output = ToolOutput.Capture(tools.Ffprobe, arguments, cancellationToken);
        return output.ExitCode == 0
            ? output.Text
            : throw new VmafException(
                VmafErrorIds.DecoderFailed,
                $"'{path}' cannot be read as a video. ffprobe {ToolProcess.DescribeExit(output.ExitCode)}{output.ErrorTail}",
                "See whether the file plays. It may be damaged, or not whole, as while it is still being written or copied: copy or export it again. Raw video needs its size and pixel format stated.",
                path);
    }

    internal static VideoProbe Parse(string path, string json, FfmpegTools? tools = null)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            if (document.RootElement.TryGetProperty("program_version", out JsonElement program))
            {
                tools?.Learn(Text(program, "version"));
            }

            JsonElement? stream = document.RootElement.TryGetProperty("streams", out JsonElement streams) ? FirstVideo(streams) : null;
            JsonElement? container = document.RootElement.TryGetProperty("format", out JsonElement format) ? format : null;
            return stream is { } found ? Describe(path, found, container) : throw NoVideo(path);
        }
        catch (Exception cause) when (cause is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new VmafException(VmafErrorIds.DecoderFailed, $"What ffprobe says about '{path}' could not be understood: {cause.Message}", null, path, cause);
        }
    }

    /// <summary>Reads <c>time,length,size,flags</c>; what comes after that is of side data, which some packets have.</summary>
    /// <returns><see langword="null"/> for a packet that is not shown, and for what is none.</returns>
    internal static VideoPacket? ParsePacket(ReadOnlySpan<char> line)
    {
        const char Discarded = 'D';
        Span<Range> fields = stackalloc Range[5];
        return line.Split(fields, ',') < 4 || line[fields[3]].Contains(Discarded)
            ? null
            : new VideoPacket(
                double.TryParse(line[fields[0]], CultureInfo.InvariantCulture, out double seconds) ? seconds : null,
                double.TryParse(line[fields[1]], CultureInfo.InvariantCulture, out double length) && length > 0 ? length : null,
                long.TryParse(line[fields[2]], CultureInfo.InvariantCulture, out long size) ? size : 0);
    }

    private static VmafException NoVideo(string path) =>
        new(VmafErrorIds.NoVideoStream, $"'{path}' holds no video stream.", "Give a file with video.", path);

    private static JsonElement? FirstVideo(JsonElement streams)
    {
        foreach (JsonElement stream in streams.EnumerateArray())
        {
            if (IsVideo(stream))
            {
                return stream;
            }
        }

        return null;
    }

    private static bool IsVideo(JsonElement stream) =>
        Text(stream, "codec_type") == "video"
        && !(stream.TryGetProperty("disposition", out JsonElement disposition)
            && disposition.TryGetProperty("attached_pic", out JsonElement attached) && attached.GetInt32() == 1);

    private static VideoProbe Describe(string path, JsonElement stream, JsonElement? container)
    {
        if (Whole(stream, "width") is not > 0 || Whole(stream, "height") is not > 0 || Text(stream, "pix_fmt").Length == 0)
        {
            throw NoVideo(path);
        }

        string pixelFormat = Text(stream, "pix_fmt");
        var stated = new StatedRate(stream, container);
        FrameRate? averageRate = Rate(Text(stream, "avg_frame_rate"));
        return new VideoProbe
        {
            Path = path,
            StreamIndex = Whole(stream, "index") ?? 0,
            Size = new PictureSize(Whole(stream, "width") ?? 0, Whole(stream, "height") ?? 0),
            PixelFormatName = pixelFormat,
            CodecName = Text(stream, "codec_name"),
            ContainerName = container is { } file ? Text(file, "format_name") : string.Empty,
            Duration = ProbedTime.Span(stated.Seconds),
            KilobitsPerSecond = stated.BitsPerSecond / 1000,
            RotationDegrees = Rotation(stream),
            AverageFrameRate = averageRate,
            NominalFrameRate = Rate(Text(stream, "r_frame_rate")),
            ColorRange = Text(stream, "color_range") switch
            {
                "pc" => ColorRange.Full,
                _ when PlanarPixelFormat.Parse(pixelFormat)?.IsFullRange == true => ColorRange.Full,
                "tv" => ColorRange.Limited,
                _ => ColorRange.Unspecified,
            },
            ColorTransfer = Text(stream, "color_transfer") is "unknown" ? string.Empty : Text(stream, "color_transfer"),
            IsInterlaced = Text(stream, "field_order") is "tt" or "bb" or "tb" or "bt",
            StatedFrameCount = FrameCount(stream, stated, averageRate),
        };
    }

    /// <summary>ffprobe gives the display matrix counter-clockwise, and the old tag clockwise.</summary>
    private static int Rotation(JsonElement stream)
    {
        double clockwise = 0;
        if (stream.TryGetProperty("tags", out JsonElement tags)
            && double.TryParse(Text(tags, "rotate"), CultureInfo.InvariantCulture, out double tagged))
        {
            clockwise = tagged;
        }

        if (stream.TryGetProperty("side_data_list", out JsonElement sideData))
        {
            foreach (JsonElement item in sideData.EnumerateArray())
            {
                if (item.TryGetProperty("rotation", out JsonElement rotation))
                {
                    clockwise = -rotation.GetDouble();
                }
            }
        }

        int quarters = (int)Math.Round(clockwise / 90, MidpointRounding.AwayFromZero);
        return (((quarters % 4) + 4) % 4) * 90;
    }

    /// <summary>The average rate is that of all frames that lie in the file, those that an edit list cuts away among them.</summary>
    private static long? FrameCount(JsonElement stream, StatedRate stated, FrameRate? averageRate)
    {
        const double RoundedFrames = 1.5;
        const double RoundedPart = 0.001;
        return long.TryParse(Text(stream, "nb_frames"), CultureInfo.InvariantCulture, out long count) && count > 0
            && !(count - (stated.Seconds * averageRate?.FramesPerSecond) > Math.Max(RoundedFrames, RoundedPart * count))
                ? count
                : null;
    }

    private static FrameRate? Rate(string text)
    {
        string[] parts = text.Split('/');
        return parts.Length == 2
            && int.TryParse(parts[0], CultureInfo.InvariantCulture, out int numerator) && numerator > 0
            && int.TryParse(parts[1], CultureInfo.InvariantCulture, out int denominator) && denominator > 0
                ? new FrameRate(numerator, denominator)
                : null;
    }

    private static string Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : string.Empty;

    private static int? Whole(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Number ? value.GetInt32() : null;
}

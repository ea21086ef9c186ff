using System.Globalization;
using System.Text;
using Vmaf.Engine.Errors;

namespace Vmaf.Engine.Video;

/// <summary>
/// Reads the lines of a YUV4MPEG2 stream: the stream header and the frame headers. Format: the yuv4mpeg(5) manual page of MJPEG
/// tools; the chroma tags with <c>p10</c> and the like, and <c>XCOLORRANGE</c>, as ffmpeg writes them.
/// </summary>
internal static class Y4mHeaderParser
{
    /// <summary>What a stream starts with.</summary>
    public static ReadOnlySpan<byte> Signature => "YUV4MPEG2"u8;

    /// <summary>The longest header line that is looked at, in bytes.</summary>
    public const int LongestLine = 2048;

    /// <summary>Reads the stream header and leaves the source at the first frame.</summary>
    /// <exception cref="VmafException"><see cref="VmafErrorIds.Y4mMalformed"/> or <see cref="VmafErrorIds.FormatUnsupported"/>.</exception>
    public static Y4mHeader ReadHeader(ByteSource source, CancellationToken cancellationToken = default)
    {
        long start = source.Position;
        byte[] line = ReadLine(source, [], "stream header", cancellationToken);
        if (!line.AsSpan().StartsWith(Signature) || (line.Length > Signature.Length && line[Signature.Length] != ' '))
        {
            throw Malformed(source, start, $"a stream starts with 'YUV4MPEG2 ', found '{Printable(line)}'");
        }

        int? width = null;
        int? height = null;
        string? chromaTag = null;
        string? extensionChromaTag = null;
        var header = new Y4mHeader { Format = default };
        int position = Signature.Length;
        while (position < line.Length)
        {
            int end = Array.IndexOf(line, (byte)' ', position);
            end = end < 0 ? line.Length : end;
            string tag = Printable(line.AsSpan(position, end - position));
            long offset = start + position;
            position = end + 1;
            if (tag.Length == 0)
            {
                continue;
            }

            string value = tag[1..];
            switch (tag[0])
            {
                case 'W':
                    width = ParseSide(source, offset, tag, "width");
                    break;
                case 'H':
                    height = ParseSide(source, offset, tag, "height");
                    break;
                case 'C':
                    chromaTag = value;
                    break;
                case 'F':
                    header = header with { FrameRate = ParseRate(source, offset, tag) };
                    break;
                case 'I':
                    header = header with { Interlacing = value is [char mode, ..] ? mode : '?' };
                    break;
                case 'X' when value.StartsWith("YSCSS=", StringComparison.Ordinal):
                    extensionChromaTag = value["YSCSS=".Length..].ToLowerInvariant();
                    break;
                case 'X' when value.StartsWith("COLORRANGE=", StringComparison.Ordinal):
                    header = header with { ColorRange = ParseRange(value["COLORRANGE=".Length..]) };
                    break;
                default:
                    // Pixel aspect ratio, comments, and whatever later writers add do not change how samples are read.
                    break;
            }
        }

        if (width is null || height is null)
        {
            throw Malformed(source, start, $"the stream header has no {(width is null ? "width (W)" : "height (H)")}: '{Printable(line)}'");
        }

        (ChromaFormat chroma, int bitDepth) = Y4mChromaTag.Parse(chromaTag ?? extensionChromaTag ?? "420", source.Name);
        var format = new VideoFormat(width.Value, height.Value, chroma, bitDepth);
        return header with { Format = VideoFormatLimits.Check(format, source.Name), ChromaTag = chromaTag ?? extensionChromaTag };
    }

    /// <summary>Reads a frame header and leaves the source at the frame's samples.</summary>
    /// <param name="source">The stream, at the frame.</param>
    /// <param name="format">What the stream header says.</param>
    /// <param name="frameNumber">The frame's number, for messages.</param>
    /// <param name="cancellationToken">Ends the wait for bytes.</param>
    /// <returns><see langword="false"/> at the end of the stream.</returns>
    /// <exception cref="VmafException"><see cref="VmafErrorIds.Y4mMalformed"/> or <see cref="VmafErrorIds.TruncatedFrame"/>.</exception>
    public static bool ReadFrameHeader(ByteSource source, VideoFormat format, long frameNumber, CancellationToken cancellationToken)
    {
        long start = source.Position;
        Span<byte> marker = stackalloc byte[BareFrameHeader.Length];
        int read = source.Read(marker, cancellationToken);
        if (read == 0)
        {
            return false;
        }

        if (marker.SequenceEqual(BareFrameHeader))
        {
            return true;
        }

        ReadOnlySpan<byte> got = marker[..read];
        ReadOnlySpan<byte> word = BareFrameHeader[..^1];
        if (!got[..Math.Min(read, word.Length)].SequenceEqual(word[..Math.Min(read, word.Length)]) || (read == marker.Length && got[^1] != ' '))
        {
            throw Malformed(source, start, $"frame {frameNumber} should start with 'FRAME', found '{Printable(got)}'", MiswrittenY4m.Hint(format));
        }

        if (read < marker.Length)
        {
            throw new VmafException(
                VmafErrorIds.TruncatedFrame,
                $"'{source.Name}' ends inside the header of frame {frameNumber}, at byte {source.Position}.",
                "The file was cut short: make or copy it again.",
                source.Name);
        }

        ReadLine(source, marker, $"header of frame {frameNumber}", cancellationToken);
        return true;
    }

    /// <summary>A frame header without parameters.</summary>
    public static ReadOnlySpan<byte> BareFrameHeader => "FRAME\n"u8;

    private static byte[] ReadLine(ByteSource source, ReadOnlySpan<byte> begun, string what, CancellationToken cancellationToken)
    {
        long start = source.Position - begun.Length;
        var line = new List<byte>(64);
        line.AddRange(begun);
        Span<byte> next = stackalloc byte[1];
        while (line.Count < LongestLine)
        {
            if (source.Read(next, cancellationToken) == 0)
            {
                throw Malformed(source, start, $"the {what} does not end: found '{Printable([.. line])}' and the end of the file");
            }

            if (next[0] == '\n')
            {
                return [.. line];
            }

            line.Add(next[0]);
        }

        throw Malformed(source, start, $"the {what} has no line feed within {LongestLine} bytes: found '{Printable([.. line])}'");
    }

    private static int ParseSide(ByteSource source, long offset, string tag, string what)
    {
        if (!int.TryParse(tag.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out int side) || side == 0)
        {
            throw Malformed(source, offset, $"the {what} '{tag}' is no number above 0");
        }

        return side;
    }

    private static FrameRate? ParseRate(ByteSource source, long offset, string tag)
    {
        int colon = tag.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0
            || !int.TryParse(tag.AsSpan(1, colon - 1), NumberStyles.None, CultureInfo.InvariantCulture, out int numerator)
            || !int.TryParse(tag.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int denominator))
        {
            throw Malformed(source, offset, $"the frame rate '{tag}' is no fraction such as F30000:1001");
        }

        return numerator > 0 && denominator > 0 ? new FrameRate(numerator, denominator) : null;
    }

    private static ColorRange ParseRange(string value) => value switch
    {
        "LIMITED" => ColorRange.Limited,
        "FULL" => ColorRange.Full,
        _ => ColorRange.Unspecified,
    };

    private static VmafException Malformed(ByteSource source, long offset, string problem, string? remedy = null) => new(
        VmafErrorIds.Y4mMalformed,
        $"'{source.Name}' is no valid y4m file: at byte {offset}, {problem}.",
        remedy ?? "Make the file again, for example with 'ffmpeg -i INPUT -strict -1 OUTPUT.y4m'.",
        source.Name);

    /// <summary>The bytes as text for a message: other than printable ASCII as \xNN, long text cut.</summary>
    private static string Printable(ReadOnlySpan<byte> bytes)
    {
        const int Longest = 80;
        var text = new StringBuilder();
        foreach (byte value in bytes[..Math.Min(bytes.Length, Longest)])
        {
            text.Append(value is >= 0x20 and < 0x7F ? ((char)value).ToString() : string.Create(CultureInfo.InvariantCulture, $"\\x{value:X2}"));
        }

        return bytes.Length > Longest ? text.Append('…').ToString() : text.ToString();
    }
}

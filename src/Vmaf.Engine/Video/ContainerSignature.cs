namespace Vmaf.Engine.Video;

/// <summary>Tells files that need a decoder by their first bytes or their extension.</summary>
internal static class ContainerSignature
{
    private static readonly Dictionary<string, string> Extensions = new(StringComparer.OrdinalIgnoreCase)
    {
        [".mp4"] = "MP4", [".m4v"] = "MP4", [".mov"] = "QuickTime", [".mkv"] = "Matroska", [".webm"] = "WebM", [".avi"] = "AVI",
        [".ts"] = "MPEG transport stream", [".m2ts"] = "MPEG transport stream", [".mpg"] = "MPEG", [".mpeg"] = "MPEG", [".flv"] = "Flash video",
        [".wmv"] = "Windows Media", [".asf"] = "Windows Media", [".ogv"] = "Ogg", [".mxf"] = "MXF", [".ivf"] = "IVF", [".obu"] = "AV1 stream",
        [".264"] = "H.264 stream", [".h264"] = "H.264 stream", [".avc"] = "H.264 stream", [".265"] = "H.265 stream", [".h265"] = "H.265 stream",
        [".hevc"] = "H.265 stream", [".vvc"] = "H.266 stream", [".266"] = "H.266 stream", [".gif"] = "GIF", [".png"] = "PNG", [".jpg"] = "JPEG",
        [".jpeg"] = "JPEG",
    };

    /// <summary>Name of the container that a file is in, or <see langword="null"/>.</summary>
    /// <param name="path">The file's path.</param>
    /// <param name="start">The first bytes of the file, 512 if it has them.</param>
    /// <param name="isCertain">Whether both the bytes and the extension must say so, instead of one of them.</param>
    public static string? Find(string path, ReadOnlySpan<byte> start, bool isCertain)
    {
        string? byContent = ByContent(start);
        string? byExtension = Extensions.GetValueOrDefault(Path.GetExtension(path));
        return isCertain && byExtension is null ? null : byContent ?? (isCertain ? null : byExtension);
    }

    private static string? ByContent(ReadOnlySpan<byte> start)
    {
        if (start.Length < 12)
        {
            return null;
        }

        ReadOnlySpan<byte> box = start[4..8];
        return start switch
        {
            _ when box.SequenceEqual("ftyp"u8) => start[8..12].SequenceEqual("qt  "u8) ? "QuickTime" : "MP4",
            _ when box.SequenceEqual("moov"u8) || box.SequenceEqual("mdat"u8) || box.SequenceEqual("wide"u8) => "QuickTime",
            [0x1A, 0x45, 0xDF, 0xA3, ..] => start.IndexOf("webm"u8) >= 0 ? "WebM" : "Matroska",
            _ when start.StartsWith("RIFF"u8) && start[8..].StartsWith("AVI "u8) => "AVI",
            _ when start.StartsWith("OggS"u8) => "Ogg",
            _ when start.StartsWith("DKIF"u8) => "IVF",
            [(byte)'F', (byte)'L', (byte)'V', 1, ..] => "Flash video",
            [0x30, 0x26, 0xB2, 0x75, 0x8E, 0x66, 0xCF, 0x11, ..] => "Windows Media",
            [0x06, 0x0E, 0x2B, 0x34, 0x02, 0x05, 0x01, 0x01, ..] => "MXF",
            [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => "PNG",
            _ when IsTransportStream(start) => "MPEG transport stream",
            _ => null,
        };
    }

    private static bool IsTransportStream(ReadOnlySpan<byte> start)
    {
        const int PacketSize = 188;
        const byte SyncByte = 0x47;

        // Packets start with the sync byte; a raw picture of that one grey has it everywhere.
        return start.Length > 2 * PacketSize
            && start[0] == SyncByte && start[PacketSize] == SyncByte && start[2 * PacketSize] == SyncByte
            && start[1] != SyncByte && start[PacketSize + 1] != SyncByte;
    }
}

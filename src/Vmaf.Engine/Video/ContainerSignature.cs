namespace Vmaf.Engine.Video;

/// <summary>Tells files that need a decoder by their first bytes or their extension.</summary>
internal static class ContainerSignature
{
    private static readonly Dictionary<string, string> Extensions = new(StringComparer.OrdinalIgnoreCase)
    {
        [".mp4"] = "MP4", [".m4v"] = "MP4", [".3gp"] = "MP4", [".3g2"] = "MP4", [".f4v"] = "MP4", [".mov"] = "QuickTime", [".qt"] = "QuickTime",
        [".mkv"] = "Matroska", [".mk3d"] = "Matroska", [".webm"] = "WebM", [".avi"] = "AVI", [".divx"] = "AVI",
        [".ts"] = "MPEG transport stream", [".m2ts"] = "MPEG transport stream", [".mts"] = "MPEG transport stream", [".m2t"] = "MPEG transport stream",
        [".mpg"] = "MPEG", [".mpeg"] = "MPEG", [".m2p"] = "MPEG", [".vob"] = "MPEG", [".flv"] = "Flash video", [".wmv"] = "Windows Media",
        [".asf"] = "Windows Media", [".ogv"] = "Ogg", [".ogg"] = "Ogg", [".ogm"] = "Ogg", [".mxf"] = "MXF", [".gxf"] = "GXF", [".nut"] = "NUT",
        [".dv"] = "DV", [".rm"] = "RealMedia", [".rmvb"] = "RealMedia", [".ivf"] = "IVF", [".gif"] = "GIF", [".png"] = "PNG", [".jpg"] = "JPEG",
        [".jpeg"] = "JPEG",

        // Bare streams
        [".m1v"] = "MPEG-1 stream", [".m2v"] = "MPEG-2 stream", [".mpv"] = "MPEG-2 stream", [".h261"] = "H.261 stream", [".h263"] = "H.263 stream",
        [".264"] = "H.264 stream", [".h264"] = "H.264 stream", [".avc"] = "H.264 stream", [".26l"] = "H.264 stream", [".jvt"] = "H.264 stream",
        [".265"] = "H.265 stream", [".h265"] = "H.265 stream", [".hevc"] = "H.265 stream", [".266"] = "H.266 stream", [".h266"] = "H.266 stream",
        [".vvc"] = "H.266 stream", [".obu"] = "AV1 stream", [".av1"] = "AV1 stream", [".mjpeg"] = "Motion JPEG", [".mjpg"] = "Motion JPEG",
        [".vc1"] = "VC-1 stream", [".drc"] = "Dirac stream", [".cavs"] = "AVS stream", [".avs2"] = "AVS2 stream", [".avs3"] = "AVS3 stream",
        [".dnxhd"] = "DNxHD stream", [".dnxhr"] = "DNxHR stream",
    };

    /// <summary>Name of the container that a file is in, or <see langword="null"/>.</summary>
    /// <param name="path">The file's path.</param>
    /// <param name="start">The first bytes of the file, 512 if it has them.</param>
    /// <param name="isCertain">Whether both the bytes and the extension must say so, instead of one of them.</param>
    public static string? Find(string path, ReadOnlySpan<byte> start, bool isCertain)
    {
        string? byExtension = Extensions.GetValueOrDefault(Path.GetExtension(path));
        string? byContent = ByContent(start) ?? (HasShortMark(start) ? byExtension : null);
        return isCertain && byExtension is null ? null : byContent ?? (isCertain ? null : byExtension);
    }

    /// <summary>
    /// Start codes of MPEG and of bare streams are so short that raw pictures may begin like that too. They say something only of files that
    /// are named like encoded ones.
    /// </summary>
    private static bool HasShortMark(ReadOnlySpan<byte> start) => start switch
    {
        [0, 0, 1, ..] or [0, 0, 0, 1, ..] => true,
        [0x12, 0, 0x0A, ..] => true, // AV1: a temporal unit, and its sequence header
        [0xFF, 0xD8, 0xFF, ..] => true,
        _ when start.StartsWith("BBCD"u8) => true,
        _ => false,
    };

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

using System.Text.RegularExpressions;

namespace Vmaf.Engine.Decoding;

/// <summary>What ffmpeg and ffprobe say, for people to read.</summary>
internal static partial class ToolMessage
{
    /// <summary>
    /// Takes the addresses in memory off that lead lines, such as <c>[mov,mp4,m4a @ 0x55ffe1df9180]</c>, and leaves what they are of: the
    /// first name.
    /// </summary>
    /// <param name="line">A line of the tool's standard error.</param>
    public static string Clean(string line) => Origin().Replace(line, "${name}: ");

    [GeneratedRegex(@"\[(?<name>[^\]@, ]+)[^\]@]*@ (0x)?[0-9a-fA-F]+\]\s*")]
    private static partial Regex Origin();
}

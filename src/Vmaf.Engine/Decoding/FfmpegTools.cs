using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Fifo;

namespace Vmaf.Engine.Decoding;

/// <summary>Where ffmpeg and ffprobe are, and what this ffmpeg understands.</summary>
public sealed partial class FfmpegTools
{
    /// <summary>Environment variable that names the ffmpeg program, or the folder that it is in.</summary>
    public const string FfmpegVariable = "VMAF_FFMPEG";

    private const int FirstMajorWithFpsMode = 5;
    private const int FirstMinorWithFpsMode = 1;

    private static readonly ConcurrentDictionary<(string Path, DateTime Written), string> Versions = [];

    private FfmpegTools(string ffmpeg, string? ffprobe, string version)
    {
        Ffmpeg = ffmpeg;
        FfprobePath = ffprobe;
        Version = version;
    }

    /// <summary>How to get ffmpeg on this system.</summary>
    public static string InstallHint
    {
        get
        {
            string how = true switch
            {
                _ when OperatingSystem.IsWindows() => "winget install Gyan.FFmpeg",
                _ when OperatingSystem.IsMacOS() => "brew install ffmpeg",
                _ => "your package manager, such as: sudo apt install ffmpeg, or sudo dnf install ffmpeg",
            };
            return $"Install ffmpeg with {how}; or set {FfmpegVariable} to the path of an ffmpeg that is there already.";
        }
    }

    /// <summary>Path of ffmpeg.</summary>
    public string Ffmpeg { get; }

    /// <summary>Path of ffprobe.</summary>
    /// <exception cref="VmafException">It was not found (<see cref="VmafErrorIds.DecoderNotFound"/>).</exception>
    public string Ffprobe => FfprobePath ?? throw new VmafException(
        VmafErrorIds.DecoderNotFound, $"ffmpeg was found at '{Ffmpeg}', but no ffprobe beside it or on the PATH.", InstallHint);

    /// <summary>The version as ffmpeg states it, such as <c>7.1</c> or <c>N-118000-g1234567</c>.</summary>
    public string Version { get; }

    /// <summary>The arguments that make ffmpeg hand out each frame once, whatever its time stamp.</summary>
    internal IReadOnlyList<string> PassthroughArguments => HasFpsMode(Version) ? ["-fps_mode", "passthrough"] : ["-vsync", "0"];

    private string? FfprobePath { get; }

    /// <summary>Finds ffmpeg: where <see cref="FfmpegVariable"/> says, else on the PATH.</summary>
    /// <param name="cancellationToken">Ends the wait for its version.</param>
    /// <exception cref="VmafException">It was not found or does not run (<see cref="VmafErrorIds.DecoderNotFound"/>).</exception>
    public static FfmpegTools Find(CancellationToken cancellationToken = default)
    {
        string? stated = Environment.GetEnvironmentVariable(FfmpegVariable);
        return FindAt(string.IsNullOrEmpty(stated) ? null : stated, cancellationToken);
    }

    internal static FfmpegTools FindAt(string? stated, CancellationToken cancellationToken = default)
    {
        string? ffmpeg = stated is null ? ExecutableSearch.Find("ffmpeg") : Resolve(stated, "ffmpeg");
        if (ffmpeg is null)
        {
            string where = stated is null ? "on the PATH" : $"at '{stated}', which {FfmpegVariable} names";
            throw new VmafException(VmafErrorIds.DecoderNotFound, $"An encoded video needs ffmpeg to decode it, and there is none {where}.", InstallHint);
        }

        string? ffprobe = Resolve(Path.GetDirectoryName(Path.GetFullPath(ffmpeg))!, "ffprobe") ?? ExecutableSearch.Find("ffprobe");
        string version = Versions.GetOrAdd((ffmpeg, File.GetLastWriteTimeUtc(ffmpeg)), key => ReadVersion(key.Path, cancellationToken));
        return new FfmpegTools(ffmpeg, ffprobe, version);
    }

    internal static bool HasFpsMode(string version)
    {
        Match numbers = ReleasePattern().Match(version);
        if (!numbers.Success)
        {
            // Builds from the repository are newer than any release worth telling apart.
            return true;
        }

        int major = int.Parse(numbers.Groups["major"].ValueSpan, CultureInfo.InvariantCulture);
        int minor = numbers.Groups["minor"].Success ? int.Parse(numbers.Groups["minor"].ValueSpan, CultureInfo.InvariantCulture) : 0;
        return major > FirstMajorWithFpsMode || (major == FirstMajorWithFpsMode && minor >= FirstMinorWithFpsMode);
    }

    private static string? Resolve(string place, string name)
    {
        if (Directory.Exists(place))
        {
            place = Path.Combine(place, OperatingSystem.IsWindows() ? name + ".exe" : name);
        }

        return ExecutableSearch.IsExecutable(place) ? place : null;
    }

    private static string ReadVersion(string ffmpeg, CancellationToken cancellationToken)
    {
        string text = ToolOutput.Capture(ffmpeg, ["-hide_banner", "-version"], cancellationToken).Text;
        Match match = VersionPattern().Match(text);
        return match.Success ? match.Groups["version"].Value : "unknown";
    }

    [GeneratedRegex(@"^ffmpeg version n?(?<version>\S+)", RegexOptions.CultureInvariant)]
    private static partial Regex VersionPattern();

    [GeneratedRegex(@"^(?<major>[0-9]{1,3})(?:\.(?<minor>[0-9]{1,3}))?(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex ReleasePattern();
}

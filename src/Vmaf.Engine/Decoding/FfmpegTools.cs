using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Processes;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Decoding;

/// <summary>Where ffmpeg and ffprobe are, and what this ffmpeg understands.</summary>
public sealed partial class FfmpegTools
{
    /// <summary>Environment variable that names the ffmpeg program, or the folder that it is in.</summary>
    public const string FfmpegVariable = "VMAF_FFMPEG";

    private const int FirstMajorWithFpsMode = 5;
    private const int FirstMinorWithFpsMode = 1;

    private static readonly ConcurrentDictionary<string, string> Versions = [];

    private readonly string? _ffprobe;
    private readonly CancellationToken _cancellationToken;
    private readonly bool _isOneInstallation;
    private string? _version;

    private FfmpegTools(string ffmpeg, string? ffprobe, bool isOneInstallation, CancellationToken cancellationToken)
    {
        Ffmpeg = ffmpeg;
        _ffprobe = ffprobe;
        _isOneInstallation = isOneInstallation;
        _cancellationToken = cancellationToken;
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
    public string Ffprobe => _ffprobe ?? throw new VmafException(
        VmafErrorIds.DecoderNotFound, $"ffmpeg was found at '{Ffmpeg}', but no ffprobe beside it or on the PATH.", InstallHint);

    /// <summary>The version as ffmpeg states it, such as <c>7.1</c> or <c>N-118000-g1234567</c>. ffmpeg is asked if nobody has said it yet.</summary>
    public string Version => _version ??= Versions.GetOrAdd(
        string.Create(CultureInfo.InvariantCulture, $"{FileTarget.Find(Ffmpeg).LastWriteTimeUtc.Ticks} {Ffmpeg}"), _ => ReadVersion());

    /// <summary>The arguments that make ffmpeg hand out each frame once, whatever its time stamp.</summary>
    internal IReadOnlyList<string> PassthroughArguments => HasFpsMode(Version) ? ["-fps_mode", "passthrough"] : ["-vsync", "0"];

    /// <summary>Finds ffmpeg: where <see cref="FfmpegVariable"/> says, else on the PATH.</summary>
    /// <param name="cancellationToken">Ends the wait for its version, should it have to be asked.</param>
    /// <exception cref="VmafException">It was not found (<see cref="VmafErrorIds.DecoderNotFound"/>).</exception>
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

        string? beside = Resolve(Path.GetDirectoryName(Path.GetFullPath(ffmpeg))!, "ffprobe");
        return new FfmpegTools(ffmpeg, beside ?? ExecutableSearch.Find("ffprobe"), isOneInstallation: beside is not null, cancellationToken);
    }

    /// <summary>Takes the version that ffprobe states for ffmpeg's own where both are one installation, which saves asking ffmpeg.</summary>
    /// <param name="version">ffprobe's version; empty where it does not say.</param>
    internal void Learn(string version)
    {
        if (_isOneInstallation && version.Length > 0)
        {
            _version ??= WithoutPrefix(version);
        }
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

    private string ReadVersion()
    {
        Match match = VersionPattern().Match(ToolOutput.Capture(Ffmpeg, ["-hide_banner", "-version"], _cancellationToken).Text);
        return match.Success ? WithoutPrefix(match.Groups["version"].Value) : "unknown";
    }

    /// <summary>Builds from a release's tag are called <c>n7.1</c>.</summary>
    private static string WithoutPrefix(string version) => version.StartsWith('n') ? version[1..] : version;

    [GeneratedRegex(@"^ffmpeg version (?<version>\S+)", RegexOptions.CultureInvariant)]
    private static partial Regex VersionPattern();

    [GeneratedRegex(@"^(?<major>[0-9]{1,3})(?:\.(?<minor>[0-9]{1,3}))?(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex ReleasePattern();
}

using System.Globalization;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Decoding;

/// <summary>
/// What ffmpeg is asked to do with one video, as an argument list without the target. Filters come in a fixed order: frame range, crop,
/// pad, scaling, then the others as <see cref="VideoFilters"/> lists them.
/// </summary>
internal sealed record DecodeCommand(string SourcePath, string PixelFormatName)
{
    /// <summary>
    /// Spreads the frames far apart in time. Raw frames carry no time, but ffmpeg rounds time stamps to the frame rate and complains
    /// where two become the same.
    /// </summary>
    private const string SpreadTimeStamps = "setpts=N*1000/TB";

    /// <summary>Options that describe the input, such as the size of raw video.</summary>
    public IReadOnlyList<string> InputArguments { get; init; } = [];

    /// <summary>Number of the stream in the file; <see langword="null"/> for the one that ffmpeg chooses.</summary>
    public int? StreamIndex { get; init; }

    /// <summary>Whether the container's rotation is applied.</summary>
    public bool AppliesRotation { get; init; }

    /// <summary>The frames to decode; <see langword="null"/> for all.</summary>
    public FrameInterval? Frames { get; init; }

    /// <summary>Frames after which nothing is needed any more, counted behind the filters; <see langword="null"/> for no end.</summary>
    public long? MostFrames { get; init; }

    /// <summary>Filter arguments by filter.</summary>
    public IReadOnlyDictionary<VideoFilter, string> Filters { get; init; } = new Dictionary<VideoFilter, string>();

    /// <summary>The size to scale to; <see langword="null"/> for none.</summary>
    public PictureSize? Size { get; init; }

    /// <summary>How to scale.</summary>
    public ResamplingKernel Resampling { get; init; }

    /// <summary>The arguments, up to and including the output format.</summary>
    /// <param name="tools">The ffmpeg that gets them.</param>
    /// <param name="outputFormat"><c>rawvideo</c> or <c>yuv4mpegpipe</c>.</param>
    public IReadOnlyList<string> Arguments(FfmpegTools tools, string outputFormat = "rawvideo")
    {
        List<string> arguments = ["-hide_banner", "-nostdin", "-v", "error"];
        if (!AppliesRotation)
        {
            arguments.Add("-noautorotate");
        }

        arguments.AddRange([.. InputArguments, "-i", InputName(SourcePath)]);
        arguments.AddRange(["-map", StreamIndex is { } index ? Invariant($"0:{index}") : "0:v:0", "-an", "-sn", "-dn"]);
        arguments.AddRange([.. tools.PassthroughArguments, "-pix_fmt", PixelFormatName]);
        if ((MostFrames < Frames?.Count ? MostFrames : Frames?.Count ?? MostFrames) is { } count)
        {
            arguments.AddRange(["-frames:v", Invariant($"{count}")]);
        }

        arguments.AddRange(["-vf", FilterChain(), "-sws_flags", ResamplingName(Resampling), "-strict", "-1", "-f", outputFormat, "-y"]);
        return arguments;
    }

    /// <summary>The options that describe raw video.</summary>
    public static IReadOnlyList<string> RawInput(string pixelFormatName, PictureSize size) =>
        ["-f", "rawvideo", "-pix_fmt", pixelFormatName, "-s", size.ToString()];

    /// <summary>A file's name such that no character of it is taken for a protocol, an option or a list.</summary>
    public static string InputName(string path) => "file:" + path;

    /// <summary>The kernel's name in ffmpeg.</summary>
    public static string ResamplingName(ResamplingKernel kernel) => kernel switch
    {
        ResamplingKernel.Bilinear => "bilinear",
        ResamplingKernel.Lanczos => "lanczos",
        _ => "bicubic",
    };

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private string FilterChain()
    {
        var chain = new List<string>();
        if (Frames is { } frames)
        {
            chain.Add(Invariant($@"select=gte(n\,{frames.First})*gte({frames.Last}\,n),setpts=PTS-STARTPTS"));
        }

        chain.AddRange(Named(VideoFilters.IsBeforeScaling));
        if (Size is { } size)
        {
            chain.Add($"scale={size}");
        }

        chain.AddRange(Named(filter => !VideoFilters.IsBeforeScaling(filter)));
        chain.Add(SpreadTimeStamps);
        return string.Join(',', chain);
    }

    private IEnumerable<string> Named(Func<VideoFilter, bool> isWanted) => Filters.Count == 0
        ? []
        : from filter in VideoFilters.Names
          where isWanted(filter.Key) && Filters.ContainsKey(filter.Key)
          select $"{filter.Value}={Filters[filter.Key]}";
}

using Vmaf.Engine.Decoding;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Video;
using Vmaf.Engine.Video.Luma;

namespace Vmaf.Engine.Assets;

/// <summary>
/// One side of an asset: its properties, each resolved from the side's own key (<c>ref_…</c>, <c>dis_…</c>), else the common one, else
/// the default.
/// </summary>
public sealed class AssetSide
{
    private readonly AssetProperties _properties;
    private readonly string _prefix;

    internal AssetSide(AssetProperties properties, VideoSide side, string path)
    {
        _properties = properties;
        _prefix = side == VideoSide.Reference ? "ref_" : "dis_";
        Path = path;
    }

    /// <summary>The video.</summary>
    public string Path { get; }

    /// <summary>Picture size: the side's own width and height, else the common ones; a lone one of a pair does not count.</summary>
    public PictureSize? Size => Pair(_prefix + "width", _prefix + "height") ?? Pair("width", "height");

    /// <summary>Pixel format, or <see cref="YuvTypes.NotYuv"/>.</summary>
    /// <exception cref="VmafException">It is not supported (<see cref="VmafErrorIds.AssetInvalid"/>).</exception>
    public string YuvType => YuvTypes.Check(Own("yuv_type") is string own ? own : YuvTypes.Default, "yuv_type");

    /// <summary>Whether the source needs no decoder to be understood.</summary>
    public bool IsYuv => YuvType != YuvTypes.NotYuv;

    /// <summary>How to scale.</summary>
    /// <exception cref="VmafException">The name is not known (<see cref="VmafErrorIds.AssetInvalid"/>).</exception>
    public ResamplingKernel Resampling => (Own("resampling_type") as string ?? "bicubic") switch
    {
        "bicubic" => ResamplingKernel.Bicubic,
        "bilinear" => ResamplingKernel.Bilinear,
        "lanczos" => ResamplingKernel.Lanczos,
        string other => throw new VmafException(
            VmafErrorIds.AssetInvalid, $"The asset's resampling type '{other}' is not known.", "Use bilinear, bicubic or lanczos.", other),
    };

    /// <summary>
    /// The frames to measure; <see langword="null"/> for all: from the side's own first and last frame, else the common ones, else start and
    /// end second, else the duration, these two with <c>fps</c>, rounded to the nearest frame, halves to the even one.
    /// </summary>
    public FrameInterval? Frames
    {
        get
        {
            double? fps = _properties.Number("fps");
            if (Interval(_prefix + "start_frame", _prefix + "end_frame") is { } own)
            {
                return own;
            }

            if (Interval("start_frame", "end_frame") is { } common)
            {
                return common;
            }

            if (_properties.Number("start_sec") is { } start && _properties.Number("end_sec") is { } end && fps is not null)
            {
                return new FrameInterval(Rounded(start * fps.Value), Rounded(end * fps.Value) - 1);
            }

            return _properties.Number("duration_sec") is { } duration && fps is not null
                ? new FrameInterval(0, Rounded(duration * fps.Value) - 1)
                : null;
        }
    }

    /// <summary>Seconds that are measured; <see langword="null"/> where the properties do not say.</summary>
    public double? DurationSeconds
    {
        get
        {
            if (_properties.Number("duration_sec") is { } stated)
            {
                return stated;
            }

            if (_properties.Number("start_sec") is { } start && _properties.Number("end_sec") is { } end)
            {
                return end - start;
            }

            return Frames is { } frames && _properties.Number("fps") is { } fps ? frames.Count / fps : null;
        }
    }

    /// <summary>Second at which measuring starts; <see langword="null"/> where the properties do not say.</summary>
    public double? StartSeconds => Frames is { } frames && _properties.Number("fps") is { } fps ? frames.First / fps : null;

    /// <summary>Kilobits per second of the whole file; <see langword="null"/> where file or duration is not known.</summary>
    public double? BitrateKilobitsPerSecond
    {
        get
        {
            FileInfo file = FileTarget.Find(Path);
            return file.Exists && DurationSeconds is > 0 and { } duration ? file.Length / duration * 8 / 1000 : null;
        }
    }

    /// <summary>Name of the function that luma is passed through, or <see langword="null"/>.</summary>
    /// <exception cref="VmafException">There is none of that name (<see cref="VmafErrorIds.AssetInvalid"/>).</exception>
    public string? Callback
    {
        get
        {
            string? name = Own("proc_callback") as string;
            _ = name is null ? null : LumaCallbacks.Find(name);
            return name;
        }
    }

    /// <summary>Filters with their arguments, in the order in which they are applied.</summary>
    public IReadOnlyDictionary<VideoFilter, string> Filters
    {
        get
        {
            var filters = new Dictionary<VideoFilter, string>();
            foreach ((VideoFilter filter, string name) in VideoFilters.Names)
            {
                if (Own(name + "_cmd") is { } argument)
                {
                    filters[filter] = argument as string ?? CanonicalJson.Write(argument);
                }
            }

            return filters;
        }
    }

    private static long Rounded(double frames) => (long)Math.Round(frames, MidpointRounding.ToEven);

    private object? Own(string name) => _properties.Has(_prefix + name) ? _properties[_prefix + name] : _properties[name];

    private PictureSize? Pair(string width, string height) =>
        _properties.Whole(width) is { } w && _properties.Whole(height) is { } h ? new PictureSize(w, h) : null;

    private FrameInterval? Interval(string first, string last) =>
        _properties.Whole(first) is { } start && _properties.Whole(last) is { } end ? new FrameInterval(start, end) : null;
}

using System.Management.Automation;
using Vmaf.Engine.Decoding;
using Vmaf.Engine.Fifo;
using Vmaf.Engine.Pairs;
using Vmaf.Engine.Video;
using Vmaf.PowerShell.Completion;
using Vmaf.PowerShell.Measuring;
using Vmaf.PowerShell.Paths;

namespace Vmaf.PowerShell.Pairs;

/// <summary>Base of cmdlets that compare videos in every way they can be read: the parameters that say how.</summary>
public abstract class VideoPairCmdlet : ComparingCmdlet
{
    private string? _workFolder;

    /// <summary>Frames a second of videos that do not say it themselves, to make frames of times.</summary>
    [Parameter]
    [ValidateRange(0.001, 100_000.0)]
    public double? FrameRate { get; set; }

    /// <summary>Frames to pass over at the start of the reference.</summary>
    [Parameter]
    [ValidateRange(0, long.MaxValue)]
    public long ReferenceSkip { get; set; }

    /// <summary>Frames to pass over at the start of the distorted video.</summary>
    [Parameter]
    [ValidateRange(0, long.MaxValue)]
    public long DistortedSkip { get; set; }

    /// <summary>The most frames to compare.</summary>
    [Parameter]
    [ValidateRange(1, long.MaxValue)]
    public long? FrameCount { get; set; }

    /// <summary>Time, or seconds, to pass over at the start of the reference.</summary>
    [Parameter]
    [SecondsTransformation]
    [NotNegative]
    public TimeSpan? ReferenceStart { get; set; }

    /// <summary>Time, or seconds, to pass over at the start of the distorted video.</summary>
    [Parameter]
    [SecondsTransformation]
    [NotNegative]
    public TimeSpan? DistortedStart { get; set; }

    /// <summary>The longest time, or seconds, to compare.</summary>
    [Parameter]
    [SecondsTransformation]
    [NotNegative]
    public TimeSpan? Duration { get; set; }

    /// <summary>Compares videos of different bit depth at the deeper one's, instead of refusing them.</summary>
    [Parameter]
    public SwitchParameter CommonBitDepth { get; set; }

    /// <summary>Scales distorted videos of another size to the reference's, by this kernel, instead of refusing them. Needs ffmpeg.</summary>
    [Parameter]
    public ResamplingKernel? Resize { get; set; }

    /// <summary>Scales both videos to this size, such as 1280x720, before they are compared. Needs ffmpeg.</summary>
    [Parameter]
    public PictureSize? QualitySize { get; set; }

    /// <summary>Turns encoded videos as their containers ask players to, instead of measuring them as coded.</summary>
    [Parameter]
    public SwitchParameter ApplyRotation { get; set; }

    /// <summary>Filters of ffmpeg for both videos: a hashtable from crop, pad, gblur, eq, lutyuv, yadif, format, fps or select to arguments.</summary>
    [Parameter]
    [FilterTableTransformation]
    public FilterTable? Filter { get; set; }

    /// <summary>Filters for the reference; they win over those for both.</summary>
    [Parameter]
    [FilterTableTransformation]
    public FilterTable? ReferenceFilter { get; set; }

    /// <summary>Filters for the distorted video; they win over those for both.</summary>
    [Parameter]
    [FilterTableTransformation]
    public FilterTable? DistortedFilter { get; set; }

    /// <summary>Changes the luma of each frame of the reference: a script block, or identity or multiply.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(LumaCallbackCompleter))]
    public object? ReferenceCallback { get; set; }

    /// <summary>Changes the luma of each frame of the distorted video: a script block, or identity or multiply.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(LumaCallbackCompleter))]
    public object? DistortedCallback { get; set; }

    /// <summary>Whether frames come through FIFOs: those of encoded videos, all, or none.</summary>
    [Parameter]
    public FifoMode FifoMode { get; set; }

    /// <summary>The folder for FIFOs and files of decoded frames, by default the system's temporary one. It is made if it is not there.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? WorkPath { get; set; }

    /// <summary>Leaves the files of decoded frames in the work folder.</summary>
    [Parameter]
    public SwitchParameter KeepWorkfiles { get; set; }

    /// <summary>After this time, or seconds, a decoder that does not start is warned about.</summary>
    [Parameter]
    [SecondsTransformation]
    [NotNegative]
    public TimeSpan ReadyWarning { get; set; } = new ReadyOptions().Warning;

    /// <summary>After this time, or seconds, a decoder that does not start is given up.</summary>
    [Parameter]
    [SecondsTransformation]
    [NotNegative]
    public TimeSpan? ReadyTimeout { get; set; }

    /// <summary>Checks the parameters that hold for all videos.</summary>
    protected override void BeginProcessing() => _workFolder = ForCall(() =>
    {
        using var pipeline = new PipelineThread(StoppingToken);
        PairOptions(new RawVideoHints(), pipeline);
        return WorkFolder.Prepare(WorkPath is null ? null : new FileSystemPaths(SessionState.Path).ResolveNew(WorkPath), FifoMode, KeepWorkfiles);
    });

    /// <summary>How pairs are to be opened.</summary>
    /// <param name="hints">What is known about the format of raw videos.</param>
    /// <param name="pipeline">Writes warnings and runs script blocks.</param>
    private protected virtual ClipPairOptions PairOptions(RawVideoHints hints, PipelineThread pipeline)
    {
        void Warn(string warning) => pipeline.Post(() => WriteWarning(warning));

        var decoding = new DecodeOptions
        {
            AppliesRotation = ApplyRotation,
            Size = QualitySize,
            Resampling = Resize ?? ResamplingKernel.Bicubic,
            FifoMode = FifoMode,
            TemporaryRoot = _workFolder,
            KeptWorkfileFolder = KeepWorkfiles ? _workFolder : null,
            Ready = new ReadyOptions
            {
                Warning = ReadyWarning,
                Timeout = ReadyTimeout,
                OnWarning = Warn,
                OnSlow = Warn,
            },
        };
        return new ClipPairOptions
        {
            ReferenceDecoding = decoding with { Filters = FilterArguments.Read(Filter, ReferenceFilter) },
            DistortedDecoding = decoding with { Filters = FilterArguments.Read(Filter, DistortedFilter) },
            ReferenceProcess = LumaCallbackParameter.Process(ReferenceCallback, VideoSide.Reference, pipeline),
            DistortedProcess = LumaCallbackParameter.Process(DistortedCallback, VideoSide.Distorted, pipeline),
            ResizeDistorted = Resize,
            ReferenceHints = hints,
            DistortedHints = hints,
            ReferenceSkippedFrames = ReferenceSkip,
            DistortedSkippedFrames = DistortedSkip,
            ReferenceStart = ReferenceStart,
            DistortedStart = DistortedStart,
            Duration = Duration,
            FramesPerSecond = FrameRate,
            MaximumFrames = FrameCount,
            UseCommonBitDepth = CommonBitDepth,
        };
    }
}

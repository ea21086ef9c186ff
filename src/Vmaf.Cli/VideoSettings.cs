using System.Collections.Immutable;
using Vmaf.Engine.Decoding;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Fifo;
using Vmaf.Engine.Pairs;
using Vmaf.Engine.Video;
using Vmaf.Engine.Video.Luma;

namespace Vmaf.Cli;

/// <summary>What the command line says about the way of frames from their files.</summary>
internal sealed record VideoSettings
{
    /// <summary>Time of the reference to pass over.</summary>
    public TimeSpan? ReferenceStart { get; init; }

    /// <summary>Time of the distorted video to pass over.</summary>
    public TimeSpan? DistortedStart { get; init; }

    /// <summary>Longest time to compare.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>Frames a second of videos that do not say it.</summary>
    public double? FramesPerSecond { get; init; }

    /// <summary>How to scale a distorted video of another size; <see langword="null"/> to refuse it.</summary>
    public ResamplingKernel? Resize { get; init; }

    /// <summary>The size to scale both videos to.</summary>
    public PictureSize? QualitySize { get; init; }

    /// <summary>Whether to turn videos as their containers ask.</summary>
    public bool AppliesRotation { get; init; }

    /// <summary>Filters for both videos.</summary>
    public ImmutableDictionary<VideoFilter, string> Filters { get; init; } = ImmutableDictionary<VideoFilter, string>.Empty;

    /// <summary>Filters for the reference.</summary>
    public ImmutableDictionary<VideoFilter, string> ReferenceFilters { get; init; } = ImmutableDictionary<VideoFilter, string>.Empty;

    /// <summary>Filters for the distorted video.</summary>
    public ImmutableDictionary<VideoFilter, string> DistortedFilters { get; init; } = ImmutableDictionary<VideoFilter, string>.Empty;

    /// <summary>Function for the reference's luma.</summary>
    public Func<double, double>? ReferenceCallback { get; init; }

    /// <summary>Function for the distorted video's luma.</summary>
    public Func<double, double>? DistortedCallback { get; init; }

    /// <summary>Whether frames come through FIFOs.</summary>
    public FifoMode FifoMode { get; init; }

    /// <summary>Folder for FIFOs and files of frames; <see langword="null"/> for the system's temporary one.</summary>
    public string? WorkPath { get; init; }

    /// <summary>Whether to leave files of frames.</summary>
    public bool KeepsWorkfiles { get; init; }

    /// <summary>When to warn of decoders, and when to give them up.</summary>
    public ReadyOptions Ready { get; init; } = new();

    /// <summary>Checks what goes together.</summary>
    /// <exception cref="UsageException">Workfiles are to be kept, and there are none or no place for them.</exception>
    public void Check()
    {
        if (KeepsWorkfiles && (WorkPath is null || FifoMode != FifoMode.Never))
        {
            throw new UsageException("--keep_workfiles needs --work_path, the folder to keep them in, and --fifo_mode never.");
        }
    }

    /// <summary>Makes the work folder if it is not there.</summary>
    /// <exception cref="VmafException">It cannot be made (<see cref="VmafErrorIds.TemporaryFolderUnusable"/>).</exception>
    public void PrepareWorkFolder()
    {
        if (WorkPath is not null)
        {
            FifoSession.PrepareRoot(WorkPath);
        }
    }

    /// <summary>How to open the pair.</summary>
    /// <param name="warn">Receives warnings about the videos.</param>
    public ClipPairOptions ToOptions(Action<string> warn)
    {
        var decoding = new DecodeOptions
        {
            AppliesRotation = AppliesRotation,
            Size = QualitySize,
            Resampling = Resize ?? ResamplingKernel.Bicubic,
            FifoMode = FifoMode,
            TemporaryRoot = WorkPath,
            KeptWorkfileFolder = KeepsWorkfiles ? WorkPath : null,
            Ready = Ready with { OnWarning = warn },
        };
        return new ClipPairOptions
        {
            ReferenceDecoding = decoding with { Filters = Filters.SetItems(ReferenceFilters) },
            DistortedDecoding = decoding with { Filters = Filters.SetItems(DistortedFilters) },
            ReferenceProcess = Process(ReferenceCallback),
            DistortedProcess = Process(DistortedCallback),
            ResizeDistorted = Resize,
            ReferenceStart = ReferenceStart,
            DistortedStart = DistortedStart,
            Duration = Duration,
            FramesPerSecond = FramesPerSecond,
        };
    }

    private static Func<IFrameSource, IFrameSource>? Process(Func<double, double>? callback) =>
        callback is null ? null : video => new LumaProcessedSource(video, callback);
}

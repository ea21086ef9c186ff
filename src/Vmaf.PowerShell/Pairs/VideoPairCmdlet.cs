using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Management.Automation;
using Vmaf.Engine.Decoding;
using Vmaf.Engine.Fifo;
using Vmaf.Engine.Video;
using Vmaf.PowerShell.Completion;

namespace Vmaf.PowerShell.Pairs;

/// <summary>Base of cmdlets that take references and distorted videos: the parameters that say which, and how they are read.</summary>
[SuppressMessage("Performance", "CA1819:Properties should not return arrays", Justification = "Parameters of cmdlets are arrays.")]
public abstract class VideoPairCmdlet : VmafCmdlet
{
    private readonly ConcurrentQueue<string> _warnings = [];

    /// <summary>
    /// The video to compare with: y4m, raw, or anything that an installed ffmpeg decodes. Metrics that need no reference do without.
    /// </summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [BlankIsMissing]
    public string? Reference { get; set; }

    /// <summary>The videos to measure; wildcards are allowed.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("FullName", "PSPath", "Path")]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[] Distorted { get; set; } = [];

    /// <summary>Luma width of raw videos.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [BlankIsMissing]
    public int? Width { get; set; }

    /// <summary>Luma height of raw videos.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [BlankIsMissing]
    public int? Height { get; set; }

    /// <summary>Pixel format of raw videos, as ffmpeg spells it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [BlankIsMissing]
    [ArgumentCompleter(typeof(PixelFormatCompleter))]
    public string? PixelFormat { get; set; }

    /// <summary>Bits per sample of raw videos.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [BlankIsMissing]
    public int? BitDepth { get; set; }

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

    /// <summary>Compares videos of different bit depth at the deeper one's, instead of refusing them.</summary>
    [Parameter]
    public SwitchParameter CommonBitDepth { get; set; }

    /// <summary>Scales distorted videos of another size to the reference's, by this kernel, instead of refusing them. Needs ffmpeg.</summary>
    [Parameter]
    public ResamplingKernel? Resize { get; set; }

    /// <summary>Turns encoded videos as their containers ask players to, instead of measuring them as coded.</summary>
    [Parameter]
    public SwitchParameter ApplyRotation { get; set; }

    /// <summary>After this time, a decoder that does not start is warned about.</summary>
    [Parameter]
    public TimeSpan ReadyWarning { get; set; } = new ReadyOptions().Warning;

    /// <summary>After this time, a decoder that does not start is given up.</summary>
    [Parameter]
    public TimeSpan? ReadyTimeout { get; set; }

    /// <summary>How the current input object's pair is to be opened.</summary>
    private protected virtual ClipPairOptions PairOptions()
    {
        RawVideoHints hints = RawFormat.Hints(Width, Height, PixelFormat, BitDepth);
        var decoding = new DecodeOptions
        {
            AppliesRotation = ApplyRotation,
            Ready = new ReadyOptions { Warning = ReadyWarning, Timeout = ReadyTimeout, OnWarning = _warnings.Enqueue },
        };
        return new ClipPairOptions
        {
            ReferenceDecoding = decoding,
            DistortedDecoding = decoding,
            ResizeDistorted = Resize,
            ReferenceHints = hints,
            DistortedHints = hints,
            ReferenceSkippedFrames = ReferenceSkip,
            DistortedSkippedFrames = DistortedSkip,
            MaximumFrames = FrameCount,
            UseCommonBitDepth = CommonBitDepth,
        };
    }

    /// <summary>Writes the warnings about videos. They come from reading threads; only the pipeline's own may write them.</summary>
    private protected void WriteVideoWarnings()
    {
        while (_warnings.TryDequeue(out string? warning))
        {
            WriteWarning(warning);
        }
    }
}

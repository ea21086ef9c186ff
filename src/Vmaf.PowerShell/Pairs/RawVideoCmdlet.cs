using System.Management.Automation;
using Vmaf.Engine.Video;
using Vmaf.PowerShell.Completion;

namespace Vmaf.PowerShell.Pairs;

/// <summary>Base of cmdlets that read videos: the parameters that say the format of raw ones, which say nothing themselves.</summary>
public abstract class RawVideoCmdlet : VmafCmdlet
{
    /// <summary>Luma width of raw videos.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [BlankIsMissing]
    public virtual int? Width { get; set; }

    /// <summary>Luma height of raw videos.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [BlankIsMissing]
    public virtual int? Height { get; set; }

    /// <summary>Pixel format of raw videos, as ffmpeg spells it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [BlankIsMissing]
    [ArgumentCompleter(typeof(PixelFormatCompleter))]
    public virtual string? PixelFormat { get; set; }

    /// <summary>Bits per sample of raw videos.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [BlankIsMissing]
    public virtual int? BitDepth { get; set; }

    /// <summary>What the current input object says about the format of raw videos.</summary>
    private protected RawVideoHints RawHints() => RawFormat.Hints(Width, Height, PixelFormat, BitDepth);
}

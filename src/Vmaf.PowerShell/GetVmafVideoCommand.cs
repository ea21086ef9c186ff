using System.Diagnostics.CodeAnalysis;
using System.Management.Automation;
using Vmaf.Engine.Inspection;
using Vmaf.PowerShell.Completion;
using Vmaf.PowerShell.Output;
using Vmaf.PowerShell.Pairs;

namespace Vmaf.PowerShell;

/// <summary>Tells what video files are: kind, size, pixel format, frames, rate, range.</summary>
[Cmdlet(VerbsCommon.Get, "VmafVideo")]
[OutputType(typeof(VideoRow))]
[SuppressMessage("Performance", "CA1819:Properties should not return arrays", Justification = "Parameters of cmdlets are arrays.")]
public sealed class GetVmafVideoCommand : VmafCmdlet
{
    /// <summary>Paths of the files; wildcards are allowed.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("FullName", "PSPath", "Distorted")]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <summary>Counts the frames of encoded videos, for which the whole files are read, instead of believing their containers.</summary>
    [Parameter]
    public SwitchParameter CountFrames { get; set; }

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

    /// <summary>Describes the files of one input object.</summary>
    protected override void ProcessRecord() => ForFiles(Path, file =>
    {
        VideoDescription video = VideoInspector.Inspect(
            file, RawFormat.Hints(Width, Height, PixelFormat, BitDepth), CountFrames, StoppingToken);
        WriteObject(NamedOutput.Create(new VideoRow(video), VideoRow.TypeName));
    });
}

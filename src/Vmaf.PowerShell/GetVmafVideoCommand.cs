using System.Diagnostics.CodeAnalysis;
using System.Management.Automation;
using Vmaf.Engine.Inspection;
using Vmaf.PowerShell.Output;
using Vmaf.PowerShell.Pairs;

namespace Vmaf.PowerShell;

/// <summary>Tells what video files are: kind, size, pixel format, frames, rate, range.</summary>
[Cmdlet(VerbsCommon.Get, "VmafVideo")]
[OutputType(typeof(VideoRow))]
[SuppressMessage("Performance", "CA1819:Properties should not return arrays", Justification = "Parameters of cmdlets are arrays.")]
public sealed class GetVmafVideoCommand : RawVideoCmdlet
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

    /// <summary>Describes the files of one input object.</summary>
    protected override void ProcessRecord() => ForFiles(Path, file =>
    {
        VideoDescription video = VideoInspector.Inspect(file, RawHints(), CountFrames, StoppingToken);
        WriteObject(NamedOutput.Create(new VideoRow(video), VideoRow.TypeName));
    });
}

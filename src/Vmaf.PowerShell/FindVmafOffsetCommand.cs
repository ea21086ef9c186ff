using System.Diagnostics.CodeAnalysis;
using System.Management.Automation;
using Vmaf.Engine.Alignment;
using Vmaf.Engine.Decoding;
using Vmaf.Engine.Fifo;
using Vmaf.Engine.Video;
using Vmaf.PowerShell.Output;

namespace Vmaf.PowerShell;

/// <summary>Finds by how many frames distorted videos are shifted against their references.</summary>
[Cmdlet(VerbsCommon.Find, "VmafOffset")]
[OutputType(OffsetRow.TypeName)]
[SuppressMessage("Performance", "CA1819:Properties should not return arrays", Justification = "Parameters of cmdlets are arrays.")]
public sealed class FindVmafOffsetCommand : VmafCmdlet
{
    /// <summary>The video to compare with.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string Reference { get; set; } = string.Empty;

    /// <summary>The videos that may be shifted; wildcards are allowed.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("FullName", "PSPath", "Path")]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[] Distorted { get; set; } = [];

    /// <summary>The largest shift looked for, in frames, in both directions.</summary>
    [Parameter]
    [ValidateRange(1, 10_000)]
    public int MaximumOffset { get; set; } = 30;

    /// <summary>How many frames to compare at each offset.</summary>
    [Parameter]
    [ValidateRange(1, 100_000)]
    public int FrameCount { get; set; } = 60;

    /// <summary>Finds the offsets of one input object.</summary>
    protected override void ProcessRecord() => ForPairs(Reference, Distorted, Find);

    private void Find(string reference, string distorted)
    {
        using IFrameSource first = VideoSource.Open(reference, null, new DecodeOptions { Side = VideoSide.Reference }, StoppingToken);
        using IFrameSource second = VideoSource.Open(distorted, null, null, StoppingToken);
        WriteObject(OffsetRow.Create(reference, distorted, OffsetFinder.Find(first, second, MaximumOffset, FrameCount, StoppingToken)));
    }
}

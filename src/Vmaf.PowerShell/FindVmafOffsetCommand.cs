using System.Management.Automation;
using Vmaf.Engine.Alignment;
using Vmaf.Engine.Decoding;
using Vmaf.Engine.Pairs;
using Vmaf.Engine.Video;
using Vmaf.PowerShell.Output;
using Vmaf.PowerShell.Pairs;

namespace Vmaf.PowerShell;

/// <summary>Finds by how many frames distorted videos are shifted against their references.</summary>
[Cmdlet(VerbsCommon.Find, "VmafOffset")]
[OutputType(OffsetRow.TypeName)]
public sealed class FindVmafOffsetCommand : ComparingCmdlet
{
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
        RawVideoHints hints = RawHints();
        using IFrameSource first = VideoSource.Open(reference, hints, new DecodeOptions { Side = VideoSide.Reference }, StoppingToken);
        using IFrameSource second = VideoSource.Open(distorted, hints, null, StoppingToken);
        if (FrameRateDifference.Find(first, second) is { } rates)
        {
            WriteWarning($"{rates.Describe($"'{distorted}'")} Between them an offset means nothing: convert one of the videos first.");
        }

        WriteObject(OffsetRow.Create(reference, distorted, OffsetFinder.Find(first, second, MaximumOffset, FrameCount, StoppingToken)));
    }
}

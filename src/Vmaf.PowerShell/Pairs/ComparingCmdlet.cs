using System.Diagnostics.CodeAnalysis;
using System.Management.Automation;

namespace Vmaf.PowerShell.Pairs;

/// <summary>Base of cmdlets that compare distorted videos with their references: the parameters that say which they are.</summary>
[SuppressMessage("Performance", "CA1819:Properties should not return arrays", Justification = "Parameters of cmdlets are arrays.")]
public abstract class ComparingCmdlet : RawVideoCmdlet
{
    /// <summary>The video to compare with: y4m, raw, or anything that an installed ffmpeg decodes.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Ref")]
    [ValidateNotNullOrEmpty]
    public virtual string Reference { get; set; } = string.Empty;

    /// <summary>The videos to measure; wildcards are allowed.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Dis", "FullName", "PSPath", "Path")]
    [VideoRow]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public virtual string[] Distorted { get; set; } = [];
}

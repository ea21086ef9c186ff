using System.Diagnostics.CodeAnalysis;
using System.Management.Automation;
using Vmaf.Engine.Comparison;
using Vmaf.Engine.Reports;
using Vmaf.PowerShell.Output;

namespace Vmaf.PowerShell;

/// <summary>Joins results: segments of a video one after the other, or metrics of the same frames side by side.</summary>
[Cmdlet(VerbsCommon.Join, "VmafResult")]
[OutputType(QualityRow.TypeName)]
[SuppressMessage("Performance", "CA1819:Properties should not return arrays", Justification = "Parameters of cmdlets are arrays.")]
public sealed class JoinVmafResultCommand : VmafCmdlet
{
    private readonly List<PSObject> _parts = [];

    /// <summary>The results, segments in the order of time.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    public PSObject[] InputObject { get; set; } = [];

    /// <summary>Puts the metrics of measurements of the same frames side by side, instead of segments one after the other.</summary>
    [Parameter]
    public SwitchParameter SideBySide { get; set; }

    /// <summary>What the whole is called in <c>Distorted</c>, by default as the first of the results.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>Gathers the results.</summary>
    protected override void ProcessRecord() => _parts.AddRange(InputObject);

    /// <summary>Writes the whole.</summary>
    protected override void EndProcessing()
    {
        if (_parts.Count == 0)
        {
            return;
        }

        Report whole = ForCall(() =>
        {
            Report[] reports = [.. _parts.Select(QualityRow.RequireReport)];
            return SideBySide ? ReportJoiner.Merge(reports) : ReportJoiner.Append(reports);
        });
        WriteObject(QualityRow.Create(whole, _parts, Name));
    }
}

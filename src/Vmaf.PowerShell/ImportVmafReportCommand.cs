using System.Diagnostics.CodeAnalysis;
using System.Management.Automation;
using Vmaf.Engine.Reports;
using Vmaf.PowerShell.Output;

namespace Vmaf.PowerShell;

/// <summary>Reads reports of this module, of the <c>vmaf</c> tool or of libvmaf back into objects.</summary>
[Cmdlet(VerbsData.Import, "VmafReport")]
[OutputType(QualityRow.TypeName)]
[SuppressMessage("Performance", "CA1819:Properties should not return arrays", Justification = "Parameters of cmdlets are arrays.")]
public sealed class ImportVmafReportCommand : VmafCmdlet
{
    /// <summary>Paths of the files; wildcards are allowed.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("FullName", "PSPath")]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <summary>Reads the files of one input object.</summary>
    protected override void ProcessRecord() => ForFiles(Path, file => WriteObject(QualityRow.Create(ReportReader.Read(file), file)));
}

using System.Diagnostics.CodeAnalysis;
using System.Management.Automation;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Features;
using Vmaf.PowerShell.Completion;
using Vmaf.PowerShell.Output;
using Vmaf.PowerShell.Selection;

namespace Vmaf.PowerShell;

/// <summary>Lists the feature extractors with the options that they take.</summary>
[Cmdlet(VerbsCommon.Get, "VmafExtractor")]
[OutputType(typeof(ExtractorRow))]
[SuppressMessage("Performance", "CA1819:Properties should not return arrays", Justification = "Parameters of cmdlets are arrays.")]
public sealed class GetVmafExtractorCommand : VmafCmdlet
{
    /// <summary>Names of extractors; wildcards are allowed.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Extractor")]
    [SupportsWildcards]
    [NotBlank("feature extractor", "Leave -Name out, or give *, to list all.")]
    [ArgumentCompleter(typeof(ExtractorCompleter))]
    public string[] Name { get; set; } = ["*"];

    /// <summary>Describes the extractors of one input object.</summary>
    protected override void ProcessRecord()
    {
        foreach (string pattern in Name)
        {
            ForInput(pattern, () =>
            {
                foreach (FeatureExtractorDefinition extractor in NamePattern.Select(
                    FeatureRegistry.Extractors, extractor => extractor.Name, pattern, VmafErrorIds.FeatureUnknown, "feature extractor"))
                {
                    WriteObject(NamedOutput.Create(new ExtractorRow(extractor), ExtractorRow.TypeName));
                }
            });
        }
    }
}

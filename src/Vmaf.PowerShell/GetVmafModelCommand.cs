using System.Diagnostics.CodeAnalysis;
using System.Management.Automation;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Models;
using Vmaf.PowerShell.Completion;
using Vmaf.PowerShell.Errors;
using Vmaf.PowerShell.Output;
using Vmaf.PowerShell.Selection;

namespace Vmaf.PowerShell;

/// <summary>Lists the models that can be used by name, or describes model files.</summary>
[Cmdlet(VerbsCommon.Get, "VmafModel", DefaultParameterSetName = NameSet)]
[OutputType(typeof(ModelDescription))]
[SuppressMessage("Performance", "CA1819:Properties should not return arrays", Justification = "Parameters of cmdlets are arrays.")]
public sealed class GetVmafModelCommand : VmafCmdlet
{
    private const string NameSet = "Name";
    private const string PathSet = "Path";

    /// <summary>Names of models; wildcards are allowed.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ParameterSetName = NameSet)]
    [SupportsWildcards]
    [NotBlank("model", "Leave -Name out, or give *, to list all.")]
    [ArgumentCompleter(typeof(ModelCompleter))]
    public string[] Name { get; set; } = ["*"];

    /// <summary>Paths of model files; wildcards are allowed.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = PathSet)]
    [Alias("FullName", "PSPath")]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <summary>Describes the models of one input object.</summary>
    protected override void ProcessRecord()
    {
        var catalog = ModelCatalog.FromEnvironment();
        if (ParameterSetName == PathSet)
        {
            ForFiles(Path, file => Write(catalog.GetInfo(file)));
            return;
        }

        IReadOnlyList<ModelInfo> models = catalog.List(error => WriteError(EngineErrorRecord.Create(error)));
        foreach (string pattern in Name)
        {
            ForInput(pattern, () =>
            {
                foreach (ModelInfo model in NamePattern.Select(models, model => model.Name, pattern, VmafErrorIds.ModelNotFound, "model"))
                {
                    Write(model);
                }
            });
        }
    }

    private void Write(ModelInfo model) => WriteObject(NamedOutput.Create(new ModelDescription(model), ModelDescription.TypeName));
}

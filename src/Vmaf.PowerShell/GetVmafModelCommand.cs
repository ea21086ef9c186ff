using System.Diagnostics.CodeAnalysis;
using System.Management.Automation;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Models;
using Vmaf.PowerShell.Completion;
using Vmaf.PowerShell.Errors;
using Vmaf.PowerShell.Output;
using Vmaf.PowerShell.Paths;

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
            var paths = new FileSystemPaths(SessionState.Path);
            foreach (string pattern in Path)
            {
                ForInput(pattern, () =>
                {
                    foreach (string file in paths.ResolveMany(pattern))
                    {
                        ForInput(file, () => Write(catalog.GetInfo(file)));
                    }
                });
            }
        }
        else
        {
            IReadOnlyList<ModelInfo> models = catalog.List(error => WriteError(EngineErrorRecord.Create(error)));
            foreach (string pattern in Name)
            {
                ForInput(pattern, () => WriteMatches(models, pattern));
            }
        }
    }

    private void WriteMatches(IReadOnlyList<ModelInfo> models, string pattern)
    {
        var wildcard = new WildcardPattern(pattern, WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant);
        ModelInfo[] matches = [.. models.Where(model => wildcard.IsMatch(model.Name))];
        if (matches.Length == 0 && !WildcardPattern.ContainsWildcardCharacters(pattern))
        {
            throw new VmafException(
                VmafErrorIds.ModelNotFound,
                $"There is no model '{pattern}'.",
                $"Nearest names: {NameSuggestion.Nearest(pattern, models.Select(model => model.Name))}.",
                pattern);
        }

        foreach (ModelInfo model in matches)
        {
            Write(model);
        }
    }

    private void Write(ModelInfo model) => WriteObject(NamedOutput.Create(new ModelDescription(model), ModelDescription.TypeName));
}

using System.Diagnostics.CodeAnalysis;
using System.Management.Automation;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Models;
using Vmaf.Engine.Models.Installation;
using Vmaf.PowerShell.Completion;
using Vmaf.PowerShell.Output;
using Vmaf.PowerShell.Selection;

namespace Vmaf.PowerShell;

/// <summary>Puts models into the user's model folder: official ones from Netflix's repository, or files.</summary>
[Cmdlet(VerbsLifecycle.Install, "VmafModel", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium, DefaultParameterSetName = NameSet)]
[OutputType(typeof(ModelDescription))]
[SuppressMessage("Performance", "CA1819:Properties should not return arrays", Justification = "Parameters of cmdlets are arrays.")]
public sealed class InstallVmafModelCommand : VmafCmdlet
{
    private const string NameSet = "Name";
    private const string PathSet = "Path";

    private readonly ModelInstaller _installer = new(ModelCatalog.FromEnvironment());

    /// <summary>Names of official models; wildcards are allowed.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = NameSet)]
    [NotBlank("model", "The tab key shows the official models; give * for all.")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(OfficialModelCompleter))]
    public string[] Name { get; set; } = [];

    /// <summary>Paths of model files; wildcards are allowed.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = PathSet)]
    [Alias("FullName", "PSPath")]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <summary>Name to give to the model of a file, by default the file's.</summary>
    [Parameter(ParameterSetName = PathSet)]
    [ValidateNotNullOrEmpty]
    public string? As { get; set; }

    /// <summary>Replaces another model of the same name.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Writes the installed models to the pipeline.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>Installs the models of one input object.</summary>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == PathSet)
        {
            ForFiles(Path, file => Install(As ?? System.IO.Path.GetFileNameWithoutExtension(file), file, () => _installer.Install(file, As, Force)));
            return;
        }

        foreach (string pattern in Name)
        {
            ForInput(pattern, () =>
            {
                foreach (OfficialModel model in NamePattern.Select(
                    OfficialModel.All, model => model.Name, pattern, VmafErrorIds.ModelNotFound, "official model"))
                {
                    ForInput(model.Name, () => Install(model.Name, model.Address.ToString(), () => _installer.Install(model, Force, StoppingToken)));
                }
            });
        }
    }

    private void Install(string name, string source, Func<ModelInfo> install)
    {
        if (!ShouldProcess(_installer.PathOf(name), $"Install model from {source}"))
        {
            return;
        }

        ModelInfo installed = install();
        WriteVerbose($"Model {installed.Name} is installed as {installed.Path}, SHA-256 {installed.Sha256}.");
        if (PassThru)
        {
            WriteObject(NamedOutput.Create(new ModelDescription(installed), ModelDescription.TypeName));
        }
    }
}

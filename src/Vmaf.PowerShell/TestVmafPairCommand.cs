using System.Diagnostics.CodeAnalysis;
using System.Management.Automation;
using Vmaf.Engine.Inspection;
using Vmaf.Engine.Models;
using Vmaf.Engine.Scoring;
using Vmaf.PowerShell.Completion;
using Vmaf.PowerShell.Measuring;
using Vmaf.PowerShell.Output;
using Vmaf.PowerShell.Pairs;
using Vmaf.PowerShell.Paths;

namespace Vmaf.PowerShell;

/// <summary>Checks, before anything is measured, what would go wrong with pairs of videos.</summary>
[Cmdlet(VerbsDiagnostic.Test, "VmafPair", DefaultParameterSetName = ChecksSet)]
[OutputType(typeof(PairCheckRow), ParameterSetName = [ChecksSet])]
[OutputType(typeof(bool), ParameterSetName = [QuietSet])]
[SuppressMessage("Performance", "CA1819:Properties should not return arrays", Justification = "Parameters of cmdlets are arrays.")]
public sealed class TestVmafPairCommand : VideoPairCmdlet
{
    private const string ChecksSet = "Checks";
    private const string QuietSet = "Quiet";

    private ModelCatalog _catalog = null!;
    private ModelInfo?[] _models = [];

    /// <summary>Names or paths of the models that are going to be used, or Auto.</summary>
    [Parameter]
    [NotBlank("model", "Get-VmafModel lists names; a path of a file does too, and @() checks none.", AllowsNone = true)]
    [AllowEmptyCollection]
    [ArgumentCompleter(typeof(ModelCompleter))]
    public string[] Model { get; set; } = [ModelCatalog.DefaultModelName];

    /// <summary>Takes videos of different length, of which as many frames are compared as the shorter one has.</summary>
    [Parameter]
    public SwitchParameter Shortest { get; set; }

    /// <summary>Writes only whether a pair can be measured.</summary>
    [Parameter(Mandatory = true, ParameterSetName = QuietSet)]
    public SwitchParameter Quiet { get; set; }

    /// <summary>Looks up the models, once for all videos.</summary>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _catalog = ModelCatalog.FromEnvironment();
        var paths = new FileSystemPaths(SessionState.Path);
        _models = ForCall(() => Model
            .Select(name => AutomaticModel.IsAskedFor(name) ? null : _catalog.GetInfo(paths.ResolveFileOrName(name)))
            .ToArray());
    }

    /// <summary>Checks the pairs of one input object.</summary>
    protected override void ProcessRecord()
    {
        var paths = new FileSystemPaths(SessionState.Path);
        foreach (string pattern in Distorted)
        {
            // A file that is not there is what the checks are about, so it is no error of this command.
            ForInput(pattern, () =>
            {
                string reference = paths.ResolveNew(Reference);
                foreach (string distorted in paths.ResolveMany(pattern))
                {
                    ForInput(distorted, () => Check(reference, distorted));
                }
            });
        }
    }

    private void Check(string reference, string distorted)
    {
        using var pipeline = new PipelineThread(StoppingToken);
        var options = new PairInspectionOptions
        {
            Pair = PairOptions(RawHints(), pipeline),
            Models = _models,
            Catalog = _catalog,
            LengthPolicy = Shortest ? LengthPolicy.Shortest : LengthPolicy.RequireEqual,
        };
        bool isMeasurable = true;
        pipeline.Run(() =>
        {
            foreach (PairCheck check in PairInspector.Inspect(reference, distorted, options, pipeline.Stopping))
            {
                isMeasurable &= check.Status != CheckStatus.Failed;
                if (!Quiet)
                {
                    pipeline.Post(() => WriteObject(NamedOutput.Create(new PairCheckRow(reference, distorted, check), PairCheckRow.TypeName)));
                }
                else if (!isMeasurable)
                {
                    break;
                }
            }
        });
        if (Quiet)
        {
            WriteObject(isMeasurable);
        }
    }
}

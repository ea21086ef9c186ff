using System.Diagnostics.CodeAnalysis;
using System.Management.Automation;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Features.Guide;
using Vmaf.Engine.Models;
using Vmaf.PowerShell.Completion;
using Vmaf.PowerShell.Output;
using Vmaf.PowerShell.Selection;

namespace Vmaf.PowerShell;

/// <summary>Tells what features mean, what values they take, and which models use them.</summary>
[Cmdlet(VerbsCommon.Get, "VmafFeature")]
[OutputType(typeof(FeatureRow))]
[SuppressMessage("Performance", "CA1819:Properties should not return arrays", Justification = "Parameters of cmdlets are arrays.")]
public sealed class GetVmafFeatureCommand : VmafCmdlet
{
    private ILookup<string, string> _modelsByFeature = null!;

    /// <summary>Names of features as in results; wildcards are allowed.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [NotBlank("feature", "Leave -Name out, or give *, to list all.")]
    [ArgumentCompleter(typeof(FeatureNameCompleter))]
    public string[] Name { get; set; } = ["*"];

    /// <summary>Only features of these extractors; wildcards are allowed.</summary>
    [Parameter]
    [SupportsWildcards]
    [NotBlank("feature extractor", "Get-VmafExtractor lists names; wildcards are allowed.")]
    [ArgumentCompleter(typeof(ExtractorCompleter))]
    public string[] Extractor { get; set; } = ["*"];

    /// <summary>Only features that these models take; wildcards are allowed.</summary>
    [Parameter]
    [SupportsWildcards]
    [NotBlank("model", "Get-VmafModel lists names; wildcards are allowed.")]
    [ArgumentCompleter(typeof(ModelCompleter))]
    public string[] Model { get; set; } = [];

    /// <summary>Finds out which models take which features.</summary>
    protected override void BeginProcessing() => _modelsByFeature = ModelCatalog.FromEnvironment().List()
        .SelectMany(model => model.Features.Select(feature => (Feature: feature.Name, Model: model.Name)))
        .Distinct()
        .ToLookup(pair => pair.Feature, pair => pair.Model, StringComparer.Ordinal);

    /// <summary>Describes the features of one input object.</summary>
    protected override void ProcessRecord()
    {
        FeatureDescription[] candidates = ForCall(Candidates);
        foreach (string pattern in Name)
        {
            ForInput(pattern, () =>
            {
                foreach (FeatureDescription feature in NamePattern.Select(
                    candidates, feature => feature.Name, pattern, VmafErrorIds.FeatureUnknown, "feature"))
                {
                    WriteObject(NamedOutput.Create(new FeatureRow(feature, [.. _modelsByFeature[feature.InternalName]]), FeatureRow.TypeName));
                }
            });
        }
    }

    private FeatureDescription[] Candidates()
    {
        string[] extractors =
            [.. Chosen(Extractor, FeatureGuide.All.Select(feature => feature.Extractor.Name), VmafErrorIds.FeatureUnknown, "feature extractor")];
        string[] models = [.. Chosen(Model, _modelsByFeature.SelectMany(models => models), VmafErrorIds.ModelNotFound, "model")];
        return
        [
            .. new FeatureOrder(_modelsByFeature, ModelCatalog.DefaultModelName).Apply(FeatureGuide.All.Where(feature =>
                extractors.Contains(feature.Extractor.Name)
                && (Model.Length == 0 || _modelsByFeature[feature.InternalName].Intersect(models).Any()))),
        ];
    }

    private static IEnumerable<string> Chosen(IEnumerable<string> patterns, IEnumerable<string> names, string notFoundId, string kind)
    {
        string[] known = [.. names.Distinct()];
        return patterns.SelectMany(pattern => NamePattern.Select(known, name => name, pattern, notFoundId, kind));
    }
}

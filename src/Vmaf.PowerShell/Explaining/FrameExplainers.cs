using System.Management.Automation;
using Vmaf.Engine.Explanation;
using Vmaf.Engine.Models;
using Vmaf.PowerShell.Errors;

namespace Vmaf.PowerShell.Explaining;

/// <summary>The explainers of a call: one a model, made when it is first asked for.</summary>
/// <param name="cmdlet">Where progress, errors and what model it is are written.</param>
/// <param name="options">How to explain.</param>
/// <param name="cancellation">Stops the work.</param>
internal sealed class FrameExplainers(Cmdlet cmdlet, LocalExplainerOptions options, CancellationToken cancellation)
{
    private readonly Dictionary<string, FrameExplainer> _explainers = new(StringComparer.Ordinal);

    /// <summary>The explainer of a model.</summary>
    /// <param name="nameOrPath">Name of the model, or full path of its file.</param>
    /// <exception cref="Engine.Errors.VmafException">The model cannot be loaded.</exception>
    public FrameExplainer Of(string nameOrPath)
    {
        if (!_explainers.TryGetValue(nameOrPath, out FrameExplainer? explainer))
        {
            explainer = new FrameExplainer(
                ModelCatalog.FromEnvironment().Load(nameOrPath),
                options,
                cmdlet.WriteProgress,
                error => cmdlet.WriteError(EngineErrorRecord.Create(error)),
                cancellation);
            _explainers.Add(nameOrPath, explainer);
            ModelInfo model = explainer.Model.Info;
            cmdlet.WriteVerbose($"Model {model.Name} ({model.Origin}), SHA-256 {model.Sha256}.");
        }

        return explainer;
    }
}

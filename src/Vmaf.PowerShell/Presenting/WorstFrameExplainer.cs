using Vmaf.Engine.Errors;
using Vmaf.Engine.Explanation;
using Vmaf.Engine.Models;
using Vmaf.Engine.Reports;
using Vmaf.Engine.Scoring;
using Vmaf.PowerShell.Explaining;

namespace Vmaf.PowerShell.Presenting;

/// <summary>Explains single frames of results, by the model that scored them.</summary>
/// <param name="cancellation">Stops the work.</param>
internal sealed class WorstFrameExplainer(CancellationToken cancellation)
{
    private readonly ModelCatalog _catalog = ModelCatalog.FromEnvironment();
    private readonly Dictionary<string, ScoreExplainer> _explainers = new(StringComparer.Ordinal);

    /// <summary>Explains frames; those that cannot be explained are left out, with a note.</summary>
    /// <param name="report">All frames.</param>
    /// <param name="model">The model of the first score; <see langword="null"/> where nothing says, which is taken for the default one.</param>
    /// <param name="frameIndices">The frames to explain.</param>
    /// <param name="notes">Receives a sentence for the reader where something is missing.</param>
    public IReadOnlyDictionary<int, FrameExplanation> Explain(
        Report report, ModelInfo? model, IReadOnlyCollection<int> frameIndices, ICollection<string> notes)
    {
        try
        {
            ScoreExplainer explainer = Explainer(model?.Path ?? model?.Name ?? ModelCatalog.DefaultModelName);
            (FrameFeatures[] features, double[] scores) = Read(report, explainer.Model);
            int[] positions =
            [
                .. Enumerable.Range(0, features.Length).Where(
                    position => frameIndices.Contains(features[position].FrameIndex) && IsExplainable(explainer, features[position], notes)),
            ];
            IReadOnlyList<FrameExplanation> explanations = explainer.Explain(features, positions, progress: null, cancellation);
            bool isSameModel = explanations
                .Select((explanation, index) => Math.Abs(explanation.Score - scores[positions[index]]))
                .All(difference => difference <= ModelAgreement.ScoreTolerance);
            if (isSameModel)
            {
                return explanations.ToDictionary(explanation => explanation.FrameIndex);
            }

            notes.Add($"The scores are not those of {explainer.Model.Info.Name}, and nothing says which model made them: they cannot be explained.");
        }
        catch (VmafException error)
        {
            notes.Add($"The scores cannot be explained. {error.Message}");
        }

        return new Dictionary<int, FrameExplanation>();
    }

    private static bool IsExplainable(ScoreExplainer explainer, FrameFeatures frame, ICollection<string> notes)
    {
        try
        {
            explainer.Check(frame);
            return true;
        }
        catch (VmafException error) when (error.ErrorId == VmafErrorIds.FeatureNotFinite)
        {
            notes.Add($"A frame cannot be explained. {error.Message}");
            return false;
        }
    }

    /// <summary>The frames that have a score: frames without a finite feature have none, and none to explain.</summary>
    private static (FrameFeatures[] Features, double[] Scores) Read(Report report, VmafModel model)
    {
        var reader = new FrameFeatureReader(model, [.. report.Names.All]);
        FrameScore[] frames = [.. report.Frames.Where(frame => frame.Score is not null)];
        return ([.. frames.Select(frame => reader.Read(frame))], [.. frames.Select(frame => frame.Score!.Value)]);
    }

    private ScoreExplainer Explainer(string nameOrPath)
    {
        if (!_explainers.TryGetValue(nameOrPath, out ScoreExplainer? explainer))
        {
            explainer = new ScoreExplainer(_catalog.Load(nameOrPath));
            _explainers.Add(nameOrPath, explainer);
        }

        return explainer;
    }
}

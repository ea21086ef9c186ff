namespace Vmaf.Engine.Scoring;

/// <summary>Which metrics the result of a run has, and in which order, known without running it.</summary>
public sealed class ResultLayout
{
    internal ResultLayout(MetricNames names, IReadOnlyList<ScoringModel> models)
    {
        Names = names;
        Models = models;
    }

    /// <summary>The metrics, in the order of logs.</summary>
    public MetricNames Names { get; }

    /// <summary>The models, in the order of their scores.</summary>
    private IReadOnlyList<ScoringModel> Models { get; }

    /// <summary>The models' scores for frames of this layout.</summary>
    /// <param name="metrics">The metrics pooled, in the order of <see cref="Names"/>.</param>
    internal ModelResult[] ModelResults(IReadOnlyList<MetricSummary> metrics) =>
        [.. Models.Select(model => ModelResult.FromMetrics(model.ScoreNames, model.Info, model.MemberCount, Names, metrics))];
}

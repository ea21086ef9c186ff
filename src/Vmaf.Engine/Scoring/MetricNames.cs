namespace Vmaf.Engine.Scoring;

/// <summary>The metrics of a run in the order in which logs have them: features first, then scores. Shared by all its frames.</summary>
public sealed class MetricNames
{
    private readonly Dictionary<string, int> _indices;

    /// <summary>Creates the list.</summary>
    /// <param name="features">Names of features, as in logs.</param>
    /// <param name="scores">Names of model scores; the first is the one that stands for the run.</param>
    /// <param name="named">Which of the features were asked for as metrics by name; what is no feature is left out.</param>
    /// <exception cref="ArgumentException">A name stands twice.</exception>
    public MetricNames(IReadOnlyList<string> features, IReadOnlyList<string> scores, IEnumerable<string>? named = null)
    {
        Features = features;
        Scores = scores;
        Named = [.. (named ?? []).Distinct().Where(features.Contains)];
        All = [.. features, .. scores];
        _indices = new Dictionary<string, int>(All.Count, StringComparer.Ordinal);
        for (int index = 0; index < All.Count; index++)
        {
            _indices.Add(All[index], index);
        }
    }

    /// <summary>Features and scores.</summary>
    public IReadOnlyList<string> All { get; }

    /// <summary>Names of the features.</summary>
    public IReadOnlyList<string> Features { get; }

    /// <summary>
    /// Those of <see cref="Features"/> that are what metrics asked for by name say: their scores where they take no model, and all their
    /// features where they have no score. In the order in which they were asked for.
    /// </summary>
    public IReadOnlyList<string> Named { get; }

    /// <summary>Names of the scores: one a model, then what bootstrap models add.</summary>
    public IReadOnlyList<string> Scores { get; }

    /// <summary>Position of a metric in <see cref="All"/>, or −1.</summary>
    /// <param name="name">Name of the metric, case as in logs.</param>
    public int IndexOf(string name) => _indices.TryGetValue(name, out int index) ? index : -1;
}

namespace Vmaf.Engine.Scoring;

/// <summary>What is known of one frame: its features and its scores.</summary>
public sealed class FrameScore
{
    private readonly MetricNames _names;
    private readonly double[] _values;

    /// <summary>Creates the record.</summary>
    /// <param name="frameIndex">Index among the frames compared, from 0; skipped frames at the start do not count.</param>
    /// <param name="names">The metrics of the run.</param>
    /// <param name="values">Their values, in the same order; kept, not copied.</param>
    internal FrameScore(int frameIndex, MetricNames names, double[] values)
    {
        FrameIndex = frameIndex;
        _names = names;
        _values = values;
    }

    /// <summary>Index among the frames compared, from 0; frames skipped at the start do not count.</summary>
    public int FrameIndex { get; }

    /// <summary>Score of the first model; <see langword="null"/> without a model, or where a feature was not finite.</summary>
    public double? Score => _names.Scores.Count == 0 ? null : MetricDictionary.FiniteOrNull(_values[_names.Features.Count]);

    /// <summary>Features and scores by name, in the order of logs.</summary>
    public MetricDictionary Metrics => new(_names, _values, 0, _values.Length);

    /// <summary>Features by name.</summary>
    public MetricDictionary Features => new(_names, _values, 0, _names.Features.Count);

    /// <summary>Scores by name: one a model, then what bootstrap models add.</summary>
    public MetricDictionary Scores => new(_names, _values, _names.Features.Count, _values.Length);

    /// <summary>Names of the features that came out as NaN or infinite.</summary>
    public IReadOnlyList<string> NonFiniteFeatures =>
        [.. _names.Features.Where((_, index) => !double.IsFinite(_values[index]) && !MetricDictionary.IsMissing(_values[index]))];

    /// <summary>The metrics of the run, which all its frames share.</summary>
    public MetricNames Names => _names;

    /// <summary>The values as they are, in the order of <see cref="MetricNames.All"/>; missing ones are <see cref="MetricDictionary.Missing"/>.</summary>
    internal ReadOnlySpan<double> RawValues => _values;
}

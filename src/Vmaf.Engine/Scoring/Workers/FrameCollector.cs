using Vmaf.Engine.Features;

namespace Vmaf.Engine.Scoring.Workers;

/// <summary>
/// Brings measurements back into frame order, has the features' collectors turn them into values, predicts, and gives away each
/// frame as soon as all its metrics are known. Any thread may hand in a job; one at a time does the work.
/// </summary>
internal sealed class FrameCollector
{
    private readonly Lock _lock = new();
    private readonly ScoringPlan _plan;
    private readonly int _stride;
    private readonly Action<FrameScore> _emit;
    private readonly Action _collected;
    private readonly IFeatureCollector[] _collectors;
    private readonly MetricSink[] _sinks;
    private readonly Dictionary<int, FrameJob> _early = [];
    private readonly Dictionary<int, FrameRow> _rows = [];
    private readonly Queue<FrameRow> _order = [];
    private int _nextSequence;

    /// <param name="plan">What is measured.</param>
    /// <param name="stride">Frames whose index is a multiple of it are scored.</param>
    /// <param name="emit">Receives the frames, in order; may wait for the consumer.</param>
    /// <param name="collected">Called for each job that is out of the way.</param>
    public FrameCollector(ScoringPlan plan, int stride, Action<FrameScore> emit, Action collected)
    {
        _plan = plan;
        _stride = stride;
        _emit = emit;
        _collected = collected;
        _collectors = [.. plan.Extractors.Select(planned => planned.Extractor.CreateCollector())];
        _sinks = [.. plan.Extractors.Select(planned => new MetricSink(planned.Metrics, _rows))];
    }

    /// <summary>Takes a job whose measurements are complete.</summary>
    public void Accept(FrameJob job)
    {
        lock (_lock)
        {
            _early.Add(job.Sequence, job);
            while (_early.Remove(_nextSequence, out FrameJob? next))
            {
                _nextSequence++;
                Collect(next);
                EmitKnown();
                _collected();
            }
        }
    }

    /// <summary>Figures about the whole video, by name. After <see cref="Flush"/>.</summary>
    public IReadOnlyDictionary<string, double> Aggregates =>
        new OrderedDictionary<string, double>(_collectors.OfType<IVideoAggregator>().SelectMany(aggregator => aggregator.Aggregates));

    /// <summary>Settles what only the end of the video settles. After the last job.</summary>
    public void Flush()
    {
        lock (_lock)
        {
            for (int index = 0; index < _collectors.Length; index++)
            {
                _collectors[index].Flush(_sinks[index]);
            }

            while (_order.TryDequeue(out FrameRow? row))
            {
                Emit(row);
            }
        }
    }

    private void Collect(FrameJob job)
    {
        if (job.FrameIndex % _stride == 0)
        {
            var row = new FrameRow(job.FrameIndex, _plan.Names.All.Count, _plan.Names.Features.Count - _plan.Derivations.Count);
            _rows.Add(row.FrameIndex, row);
            _order.Enqueue(row);
        }

        foreach (int index in job.Extractors)
        {
            PlannedExtractor planned = _plan.Extractors[index];
            ReadOnlySpan<double> measurements =
                job.Measurements.AsSpan(planned.MeasurementStart, planned.Extractor.MeasurementCount);
            _collectors[index].Collect(job.FrameIndex, measurements, _sinks[index]);
        }
    }

    private void EmitKnown()
    {
        while (_order.TryPeek(out FrameRow? row) && row.UnknownFeatures == 0)
        {
            _order.Dequeue();
            Emit(row);
        }
    }

    private void Emit(FrameRow row)
    {
        _rows.Remove(row.FrameIndex);
        foreach (PlannedDerivation derivation in _plan.Derivations)
        {
            Derive(derivation, row.Values);
        }

        foreach (PlannedModel model in _plan.Models)
        {
            Predict(model, row.Values);
        }

        _emit(new FrameScore(row.FrameIndex, _plan.Names, row.Values));
    }

    /// <summary>A frame that lacks an input lacks the derived feature.</summary>
    private static void Derive(PlannedDerivation planned, double[] values)
    {
        Span<double> inputs = stackalloc double[planned.Inputs.Length];
        for (int input = 0; input < inputs.Length; input++)
        {
            inputs[input] = values[planned.Inputs[input]];
            if (MetricDictionary.IsMissing(inputs[input]))
            {
                return;
            }
        }

        values[planned.Output] = planned.Feature.Combine(inputs);
    }

    /// <summary>A feature that is missing or not finite makes the scores NaN.</summary>
    private static void Predict(PlannedModel planned, double[] values)
    {
        Span<double> features = stackalloc double[planned.Inputs.Length];
        bool finite = true;
        for (int input = 0; input < features.Length; input++)
        {
            features[input] = values[planned.Inputs[input]];
            finite &= double.IsFinite(features[input]);
        }

        Span<double> scores = stackalloc double[planned.Scores.Length];
        scores.Fill(double.NaN);
        if (finite)
        {
            planned.Model.Predict(features, scores);
        }

        for (int score = 0; score < scores.Length; score++)
        {
            values[planned.Scores[score]] = scores[score];
        }
    }
}

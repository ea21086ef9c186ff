namespace Vmaf.PowerShell.Measuring;

/// <summary>
/// Runs measurements on other threads in the order in which they were added, as many at once as there are places. No more wait than there
/// are places; whoever adds another serves the pipeline until one of them has begun.
/// </summary>
/// <param name="pipeline">The pipeline's thread.</param>
/// <param name="placeCount">How many pairs are measured at once.</param>
internal sealed class MeasurementQueue(PipelineThread pipeline, int placeCount)
{
    private readonly int _placeCount = placeCount;
    private readonly Lock _lock = new();
    private readonly Queue<(int Places, Action Measure)> _waiting = new();
    private int _freePlaces = placeCount;
    private int _waitingPlaces;
    private bool _isComplete;

    /// <summary>How many places a measurement of several pairs takes.</summary>
    /// <param name="pairCount">Number of pairs.</param>
    public int PlacesOf(int pairCount) => Math.Min(pairCount, _placeCount);

    /// <summary>Adds a measurement, which begins at once where there is place; to be called by the pipeline's thread.</summary>
    /// <param name="pairCount">Number of pairs that it measures at once.</param>
    /// <param name="measure">The measurement.</param>
    public void Add(int pairCount, Action measure)
    {
        lock (_lock)
        {
            int places = PlacesOf(pairCount);
            _waiting.Enqueue((places, measure));
            _waitingPlaces += places;
            StartWhatFits();
        }

        pipeline.ServeUntil(() => Volatile.Read(ref _waitingPlaces) <= _placeCount || pipeline.Stopping.IsCancellationRequested);
        pipeline.ServePending();
    }

    /// <summary>Says that nothing is added any more.</summary>
    public void Complete()
    {
        lock (_lock)
        {
            _isComplete = true;
        }
    }

    /// <summary>
    /// The part of something that belongs to a measurement that runs, by its places. While more may be added, all places count; then
    /// only those that are taken or waited for, so that the last measurements have more than the first.
    /// </summary>
    /// <param name="places">The places that the measurement takes.</param>
    /// <param name="whole">What is shared, at least 1.</param>
    /// <returns>At least 1.</returns>
    public int ShareOf(int places, int whole)
    {
        lock (_lock)
        {
            int sharing = _isComplete ? Math.Min(_placeCount, _placeCount - _freePlaces + _waitingPlaces) : _placeCount;
            return Math.Max(1, whole * places / sharing);
        }
    }

    private void StartWhatFits()
    {
        while (_waiting.TryPeek(out (int Places, Action Measure) next) && next.Places <= _freePlaces)
        {
            _waiting.Dequeue();
            _waitingPlaces -= next.Places;
            _freePlaces -= next.Places;
            pipeline.Start(() => Measure(next.Places, next.Measure));
        }
    }

    private void Measure(int places, Action measure)
    {
        try
        {
            measure();
        }
        finally
        {
            lock (_lock)
            {
                _freePlaces += places;
                StartWhatFits();
            }
        }
    }
}

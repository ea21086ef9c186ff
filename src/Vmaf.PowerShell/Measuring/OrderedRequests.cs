namespace Vmaf.PowerShell.Measuring;

/// <summary>
/// Passes what several pieces of work ask of the pipeline's thread on in the order of the pieces: what belongs to a later one waits until
/// the earlier ones have ended.
/// </summary>
/// <param name="pipeline">The pipeline's thread.</param>
internal sealed class OrderedRequests(PipelineThread pipeline)
{
    // Only the pipeline's thread touches these.
    private readonly Dictionary<int, Queue<Action>> _waiting = [];
    private readonly HashSet<int> _ended = [];
    private int _current;

    /// <summary>Has something done by the pipeline's thread, in turn.</summary>
    /// <param name="piece">Number of the piece of work, from 0; each number belongs to one that will end.</param>
    /// <param name="request">What to do.</param>
    public void Post(int piece, Action request) => pipeline.Post(() =>
    {
        if (!_waiting.TryGetValue(piece, out Queue<Action>? requests))
        {
            _waiting.Add(piece, requests = new Queue<Action>());
        }

        requests.Enqueue(request);
        Advance();
    });

    /// <summary>Says that a piece of work has asked for everything.</summary>
    /// <param name="piece">Number of the piece of work, from 0.</param>
    public void End(int piece) => pipeline.Post(() =>
    {
        _ended.Add(piece);
        Advance();
    });

    private void Advance()
    {
        do
        {
            while (_waiting.TryGetValue(_current, out Queue<Action>? requests) && requests.TryDequeue(out Action? request))
            {
                request();
            }

            if (!_ended.Remove(_current))
            {
                return;
            }

            _waiting.Remove(_current);
            _current++;
        }
        while (true);
    }
}

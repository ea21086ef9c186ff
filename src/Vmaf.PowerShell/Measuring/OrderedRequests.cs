namespace Vmaf.PowerShell.Measuring;

/// <summary>
/// Passes what several pieces of work ask of the pipeline's thread on in the order of the pieces: what belongs to a later one waits until
/// the earlier ones have ended.
/// </summary>
/// <param name="pipeline">The pipeline's thread.</param>
/// <param name="count">How many pieces of work there are.</param>
internal sealed class OrderedRequests(PipelineThread pipeline, int count)
{
    // Only the pipeline's thread touches these.
    private readonly Queue<Action>[] _waiting = [.. Enumerable.Range(0, count).Select(_ => new Queue<Action>())];
    private readonly bool[] _hasEnded = new bool[count];
    private int _current;

    /// <summary>Has something done by the pipeline's thread, in turn.</summary>
    /// <param name="piece">Number of the piece of work, from 0.</param>
    /// <param name="request">What to do.</param>
    public void Post(int piece, Action request) => pipeline.Post(() =>
    {
        _waiting[piece].Enqueue(request);
        Advance();
    });

    /// <summary>Says that a piece of work has asked for everything.</summary>
    /// <param name="piece">Number of the piece of work, from 0.</param>
    public void End(int piece) => pipeline.Post(() =>
    {
        _hasEnded[piece] = true;
        Advance();
    });

    private void Advance()
    {
        while (_current < count)
        {
            while (_waiting[_current].TryDequeue(out Action? request))
            {
                request();
            }

            if (!_hasEnded[_current])
            {
                break;
            }

            _current++;
        }
    }
}

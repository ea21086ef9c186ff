using System.Runtime.ExceptionServices;
using Vmaf.Engine.Errors;

namespace Vmaf.Engine.Explanation;

/// <summary>
/// Explains what a model says about a row by a linear function fitted to what it says about random neighbours of the row, near ones
/// counting more (M. Ribeiro et al., "Why should I trust you?", 2016; Netflix/vmaf, local_explainer.py). Deterministic: the seed and
/// the rows determine every bit, whatever the number of threads and the processor.
/// </summary>
public sealed class LocalExplainer
{
    /// <summary>Creates an explainer.</summary>
    /// <param name="options">How to explain; the defaults if omitted.</param>
    /// <exception cref="VmafException"><see cref="VmafErrorIds.OptionInvalid"/>: an option is out of range.</exception>
    public LocalExplainer(LocalExplainerOptions? options = null)
    {
        Options = options ?? new LocalExplainerOptions();
        Options.Check();
    }

    /// <summary>How it explains.</summary>
    public LocalExplainerOptions Options { get; }

    /// <summary>Fits a linear function around each of some rows. One random stream runs through the rows in order.</summary>
    /// <param name="response">The function to approximate.</param>
    /// <param name="centers">The normalised rows.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public IReadOnlyList<LocalFit> Fit(
        INeighborResponse response, IReadOnlyList<double[]> centers, CancellationToken cancellation = default) =>
        [.. Fit([response], [.. centers.Select(center => new[] { center })], null, cancellation).Select(fits => fits[0])];

    /// <summary>
    /// Fits several functions around each row with the same neighbours, each around its own version of the row.
    /// </summary>
    /// <param name="responses">The functions, all of the same features.</param>
    /// <param name="centers">For each row, its normalised version for each function.</param>
    /// <param name="progress">Receives the number of rows done, from any thread.</param>
    /// <param name="cancellation">Stops the work.</param>
    internal LocalFit[][] Fit(
        IReadOnlyList<INeighborResponse> responses,
        IReadOnlyList<double[][]> centers,
        IProgress<int>? progress,
        CancellationToken cancellation)
    {
        int featureCount = responses[0].FeatureCount;
        foreach (double[] center in centers.SelectMany(versions => versions))
        {
            if (center.Length != featureCount)
            {
                throw new ArgumentException($"A row has {center.Length} features instead of {featureCount}.", nameof(centers));
            }
        }

        var fits = new LocalFit[centers.Count][];
        var random = new LegacyNumPyRandom(Options.Seed);
        var turn = new Lock();
        int nextRow = 0;
        int rowsDone = 0;
        int workerCount = Math.Min(Options.MaximumThreadCount, centers.Count);
        RunWorkers(workerCount, () =>
        {
            var fitter = new LocalFitter(Options, featureCount);
            try
            {
                while (TakeRow(fitter) is int row)
                {
                    fits[row] = [.. responses.Select((response, index) => fitter.Fit(response, centers[row][index], cancellation))];
                    progress?.Report(Interlocked.Increment(ref rowsDone));
                }
            }
            catch
            {
                // The other workers need not go on.
                lock (turn)
                {
                    nextRow = centers.Count;
                }

                throw;
            }
        });
        return fits;

        // The stream is drawn from in the order of the rows, whichever worker draws.
        int? TakeRow(LocalFitter fitter)
        {
            lock (turn)
            {
                cancellation.ThrowIfCancellationRequested();
                if (nextRow == centers.Count)
                {
                    return null;
                }

                fitter.Draw(random, cancellation);
                return nextRow++;
            }
        }
    }

    /// <summary>The calling thread is one of the workers: it does not wait for a pool that is busy.</summary>
    private static void RunWorkers(int count, Action work)
    {
        if (count <= 1)
        {
            work();
            return;
        }

        Task[] others = [.. Enumerable.Range(1, count - 1).Select(_ => Task.Run(work))];
        var own = new Task(work);
        own.RunSynchronously(TaskScheduler.Default);
        try
        {
            Task.WaitAll([own, .. others]);
        }
        catch (AggregateException errors)
        {
            ExceptionDispatchInfo.Throw(errors.InnerExceptions.FirstOrDefault(error => error is not OperationCanceledException)
                ?? errors.InnerExceptions[0]);
        }
    }
}

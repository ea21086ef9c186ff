using System.Management.Automation;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Explanation;
using Vmaf.Engine.Models;
using Vmaf.Engine.Pairs;
using Vmaf.Engine.Reports;
using Vmaf.PowerShell.Output;
using Vmaf.PowerShell.Progress;

namespace Vmaf.PowerShell.Explaining;

/// <summary>Explains scored frames on another thread, while the pipeline's own shows progress.</summary>
/// <param name="model">The model.</param>
/// <param name="options">How to explain.</param>
/// <param name="write">Shows progress.</param>
/// <param name="report">Receives an error for each frame that cannot be explained.</param>
/// <param name="cancellation">Stops the work.</param>
internal sealed class FrameExplainer(
    VmafModel model, LocalExplainerOptions options, Action<ProgressRecord> write, Action<VmafException> report, CancellationToken cancellation)
{
    private readonly ScoreExplainer _explainer = new(model, options);

    /// <summary>The model.</summary>
    public VmafModel Model => model;

    /// <summary>Explains the frames of a run or of a report that was read.</summary>
    /// <param name="source">The frames.</param>
    /// <param name="observations">What was seen of each pair of frames, by frame index; empty where nobody looked.</param>
    public IReadOnlyList<FrameExplanation> Explain(Report source, IReadOnlyList<PairObservation?> observations)
    {
        var reader = new FrameFeatureReader(model, [.. source.Names.All]);
        return Explain(source.Frames, frame => reader.Read(frame, observations.ElementAtOrDefault(frame.FrameIndex)));
    }

    /// <summary>Explains frames that came as objects, in the order of their indices.</summary>
    /// <param name="rows">The objects, all with the same metrics.</param>
    public IReadOnlyList<FrameExplanation> Explain(IReadOnlyList<PSObject> rows)
    {
        var reader = new FrameFeatureReader(model, [.. FrameRow.MetricNames(rows[0])]);
        return Explain(
            rows.OrderBy(FrameRow.FindIndex),
            row => reader.Read(FrameRow.FindIndex(row)!.Value, name => FrameRow.FindValue(row, name)));
    }

    private IReadOnlyList<FrameExplanation> Explain<T>(IEnumerable<T> frames, Func<T, FrameFeatures> read)
    {
        var features = new List<FrameFeatures>();
        foreach (T frame in frames)
        {
            try
            {
                FrameFeatures one = read(frame);
                _explainer.Check(one);
                features.Add(one);
            }
            catch (VmafException error) when (error.ErrorId == VmafErrorIds.FeatureNotFinite)
            {
                report(error);
            }
        }

        if (features.Count == 0)
        {
            throw new VmafException(VmafErrorIds.NoFrames, "There is no frame to explain.", "Give a result with at least one scored frame.");
        }

        var progress = new ExplanationProgress(write, features.Count);
        Task<IReadOnlyList<FrameExplanation>> work = Task.Run(() => _explainer.Explain(features, progress, cancellation), CancellationToken.None);
        progress.ShowUntilDone(work);
        return work.GetAwaiter().GetResult();
    }
}

using System.Management.Automation;
using Vmaf.Engine.Explanation;
using Vmaf.Engine.Reports;
using Vmaf.Engine.Reports.Plots;
using Vmaf.PowerShell.Output;

namespace Vmaf.PowerShell.Presenting;

/// <summary>Gathers what a page shows of results. What cannot be found out costs that part of the page, and says so there.</summary>
/// <param name="options">What is wanted.</param>
/// <param name="cancellation">Stops the work.</param>
internal sealed class ResultPresenter(PresentationOptions options, CancellationToken cancellation)
{
    private const string ExplanationProperty = "Explanation";

    private readonly WorstFrameExplainer _explainer = new(cancellation);

    /// <summary>Gathers what there is to show of a result.</summary>
    /// <param name="row">A result of <c>Invoke-VmafQuality</c> or <c>Import-VmafReport</c>.</param>
    /// <param name="report">The report inside it.</param>
    /// <param name="name">What to call it.</param>
    public PresentedResult Present(PSObject row, Report report, string name)
    {
        ScoredPair? pair = QualityRow.FindPair(row);
        var explained = (row.Properties[ExplanationProperty]?.Value as PSObject)?.BaseObject as ExplanationRow;
        IReadOnlyList<WorstFrame> frames = WorstFrame.Choose(report, options.WorstFrameCount);
        var notes = new List<string>();
        if (frames.Count > 0)
        {
            int[] indices = [.. frames.Select(frame => frame.FrameIndex)];
            IReadOnlyDictionary<int, FrameExplanation> explanations = _explainer.Explain(report, QualityRow.FindModel(row), indices, notes);
            IReadOnlyDictionary<int, FramePictures> pictures =
                options.HasPictures ? WorstFramePictures.Read(pair, indices, notes, cancellation) : new Dictionary<int, FramePictures>();
            Dictionary<int, FrameExplanation> known = explained?.WorstFrames.ToDictionary(frame => frame.Frame, frame => frame.Explanation) ?? [];
            frames =
            [
                .. frames.Select(frame => frame with
                {
                    // One that came with the result has seen the pictures.
                    Explanation = known.GetValueOrDefault(frame.FrameIndex) ?? explanations.GetValueOrDefault(frame.FrameIndex),
                    Pictures = pictures.GetValueOrDefault(frame.FrameIndex),
                }),
            ];
        }

        return new PresentedResult
        {
            Name = name,
            Report = report,
            Run = pair?.Result,
            Options = pair?.Options,
            FrameRate = pair?.FrameRate,
            Offset = pair?.Offset,
            Verdict = explained?.Verdict,
            WorstFrames = frames,
            Notes = notes,
        };
    }
}

using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using Vmaf.Engine.Scoring;
using Vmaf.PowerShell.Output;

namespace Vmaf.PowerShell.Completion;

/// <summary>Completes names of metrics that results have; those of all that there are where no result is known yet.</summary>
public sealed class ResultMetricCompleter : IArgumentCompleter
{
    private const string ScoreInLogs = "vmaf";

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        PSObject? result = TypedArguments.FindFirst(
            commandAst, fakeBoundParameters, nameof(CompareVmafResultCommand.Baseline), nameof(CompareVmafResultCommand.Candidate));
        MetricNames? measured = result is null ? null : QualityRow.FindReport(result)?.Names;
        return CompletionList.Complete(
            wordToComplete ?? string.Empty,
            measured is null
                ? MetricGuide.All(ScoreInLogs)
                : measured.Scores.Concat(measured.Named).Concat(measured.Features).Distinct().Select(name => (name, MetricGuide.MeaningOf(name))));
    }
}

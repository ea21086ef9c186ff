using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using Vmaf.PowerShell.Output;
using Vmaf.PowerShell.Selection;

namespace Vmaf.PowerShell.Completion;

/// <summary>Completes names of properties with numbers: those of the frames that are piped in, else those that frames can have.</summary>
public sealed class FramePropertyCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        PSObject? first = TypedArguments.FindFirst(commandAst, fakeBoundParameters, nameof(MeasureVmafScoreCommand.InputObject));
        PSObject? frame = first is not null && QualityRow.FindReport(first) is { Frames: [var scored, ..] } ? FrameRow.Create(scored, distorted: null) : first;
        string[] numbers = [.. frame is null ? [] : FrameRow.MetricNames(frame).Where(name => ObjectProperty.TryNumber(frame.Properties[name].Value, out double? number) && number is not null)];
        return CompletionList.Complete(
            wordToComplete ?? string.Empty,
            numbers.Length > 0 ? numbers.Select(name => (name, MetricGuide.MeaningOf(name))) : MetricGuide.All(FrameRow.FirstScore));
    }
}

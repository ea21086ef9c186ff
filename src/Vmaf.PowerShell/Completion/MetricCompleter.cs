using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using Vmaf.Engine.Metrics;

namespace Vmaf.PowerShell.Completion;

/// <summary>Completes names of metrics that can be measured.</summary>
public sealed class MetricCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        CompletionList.Complete(
            wordToComplete ?? string.Empty,
            QualityMetrics.All.Where(metric => metric.Unsupported is null).Select(metric => (metric.Name, metric.Description)));
}

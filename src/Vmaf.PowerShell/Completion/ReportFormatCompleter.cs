using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using Vmaf.Engine.Reports;

namespace Vmaf.PowerShell.Completion;

/// <summary>Completes names of report formats.</summary>
public sealed class ReportFormatCompleter : IArgumentCompleter
{
    private static readonly (string Name, string Meaning)[] Formats =
    [
        (nameof(ReportFormat.Json), "frames, pooled and aggregate metrics, as libvmaf's tool writes them with --json"),
        (nameof(ReportFormat.Xml), "frames as attributes, pooled and aggregate metrics, as libvmaf's tool writes them by default"),
        (nameof(ReportFormat.Csv), "one line a frame, nothing pooled"),
        (nameof(ReportFormat.Subtitle), "one subtitle a frame, to be shown over the video"),
        (nameof(ReportFormat.Html), "a page for browsers: charts, the worst frames with pictures and reasons, how it was measured; several results on one page"),
        (nameof(ReportFormat.Svg), "a drawing of the score over time, of one result or several"),
    ];

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        CompletionList.Complete(wordToComplete ?? string.Empty, Formats);
}

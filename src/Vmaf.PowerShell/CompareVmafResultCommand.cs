using System.Diagnostics.CodeAnalysis;
using System.Management.Automation;
using Vmaf.Engine.Comparison;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Reports;
using Vmaf.Engine.Scoring;
using Vmaf.PowerShell.Completion;
using Vmaf.PowerShell.Output;

namespace Vmaf.PowerShell;

/// <summary>Compares two encodes of the same video frame by frame.</summary>
[Cmdlet(VerbsData.Compare, "VmafResult", DefaultParameterSetName = SummarySet)]
[OutputType(typeof(ComparisonRow), ParameterSetName = [SummarySet])]
[OutputType(typeof(FrameDifferenceRow), ParameterSetName = [PerFrameSet])]
[SuppressMessage("Performance", "CA1819:Properties should not return arrays", Justification = "Parameters of cmdlets are arrays.")]
public sealed class CompareVmafResultCommand : VmafCmdlet
{
    private const string SummarySet = "Summary";
    private const string PerFrameSet = "PerFrame";

    /// <summary>Result of the encode to compare with.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNull]
    public PSObject? Baseline { get; set; }

    /// <summary>Results of the encodes in question.</summary>
    [Parameter(Position = 1, ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    public PSObject[] Candidate { get; set; } = [];

    /// <summary>Name of the metric to compare, by default the first score.</summary>
    [Parameter]
    [NotBlank("metric", "The property Metrics of a result lists names. Leave -Metric out for the first score.")]
    [ArgumentCompleter(typeof(ResultMetricCompleter))]
    public string? Metric { get; set; }

    /// <summary>The difference from which on a frame counts as better or worse, in points of the metric.</summary>
    [Parameter]
    [ValidateRange(double.Epsilon, double.MaxValue)]
    public double Threshold { get; set; } = 1;

    /// <summary>How many of the worst frames to list.</summary>
    [Parameter(ParameterSetName = SummarySet)]
    [ValidateRange(1, int.MaxValue)]
    public int Worst { get; set; } = 10;

    /// <summary>Writes an object for every frame instead of one for the video.</summary>
    [Parameter(Mandatory = true, ParameterSetName = PerFrameSet)]
    public SwitchParameter PerFrame { get; set; }

    /// <summary>Checks that both are there: PowerShell would prompt for what is mandatory.</summary>
    protected override void BeginProcessing()
    {
        bool hasCandidates = Candidate.Length > 0 || MyInvocation.ExpectingInput;
        if (Baseline is null || !hasCandidates)
        {
            End(new VmafException(
                VmafErrorIds.OptionInvalid,
                Baseline is null ? "There is no result to compare with." : "There is no result to compare.",
                "Give two, the baseline first: Compare-VmafResult $results[0] $results[1]. Or pipe those to compare: $results | Compare-VmafResult $results[0]"));
        }
    }

    /// <summary>Compares the results of one input object.</summary>
    protected override void ProcessRecord()
    {
        foreach (PSObject candidate in Candidate)
        {
            ForInput(candidate, () => Compare(candidate));
        }
    }

    private void Compare(PSObject candidate)
    {
        Report baseline = QualityRow.RequireReport(Baseline!);
        ReportComparison comparison = ReportComparison.Compare(
            baseline, QualityRow.RequireReport(candidate), MetricOf(baseline.Names), Threshold);
        var row = new ComparisonRow(QualityRow.FindName(Baseline!), QualityRow.FindName(candidate), comparison, Worst);
        if (!PerFrame)
        {
            WriteObject(NamedOutput.Create(row, ComparisonRow.TypeName));
            return;
        }

        foreach (FrameDifferenceRow frame in row.Frames)
        {
            WriteObject(NamedOutput.Create(frame, FrameDifferenceRow.TypeName));
        }
    }

    /// <summary>The metric as logs spell it: in results, case does not matter, and the first score is called <c>Vmaf</c>.</summary>
    private string? MetricOf(MetricNames names) =>
        Metric is null || names.All.Contains(Metric)
            ? Metric
            : names.All.FirstOrDefault(name => name.Equals(Metric, StringComparison.OrdinalIgnoreCase))
                ?? (names.Scores.Count > 0 && Metric.Equals(FrameRow.FirstScore, StringComparison.OrdinalIgnoreCase) ? null : Metric);
}

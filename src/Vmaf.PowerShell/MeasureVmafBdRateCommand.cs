using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Management.Automation;
using Vmaf.Engine.Comparison;
using Vmaf.Engine.Errors;
using Vmaf.PowerShell.Completion;
using Vmaf.PowerShell.Output;

namespace Vmaf.PowerShell;

/// <summary>Compares codecs by their Bjøntegaard delta: bitrate at equal quality, and quality at equal bitrate.</summary>
[Cmdlet(VerbsDiagnostic.Measure, "VmafBdRate", DefaultParameterSetName = AnchorSet)]
[OutputType(typeof(BdRateRow))]
[SuppressMessage("Performance", "CA1819:Properties should not return arrays", Justification = "Parameters of cmdlets are arrays.")]
public sealed class MeasureVmafBdRateCommand : VmafCmdlet
{
    private const string AnchorSet = "Anchor";
    private const string GroupSet = "Group";
    private const string DefaultScore = "Score";
    private const double LeastOverlap = 0.5;

    private readonly List<PSObject> _points = [];

    /// <summary>Points of the codec to compare with.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = AnchorSet)]
    [ValidateNotNullOrEmpty]
    public PSObject[] Anchor { get; set; } = [];

    /// <summary>Points of the codec in question; with -GroupBy, those of all codecs.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    public PSObject[] InputObject { get; set; } = [];

    /// <summary>The property that says which codec a point is of.</summary>
    [Parameter(Mandatory = true, ParameterSetName = GroupSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(PointPropertyCompleter))]
    public string GroupBy { get; set; } = string.Empty;

    /// <summary>The codec to compare the others with, by default that of the first point.</summary>
    [Parameter(ParameterSetName = GroupSet)]
    [ValidateNotNullOrEmpty]
    public string? AnchorName { get; set; }

    /// <summary>The property with the bitrate.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(PointPropertyCompleter))]
    public string Bitrate { get; set; } = "Bitrate";

    /// <summary>The property with the quality; without it <c>Score</c>, or <c>Vmaf</c> where there is no such property.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(PointPropertyCompleter))]
    public string? Score { get; set; }

    /// <summary>How the curves are laid.</summary>
    [Parameter]
    public CurveFit Fit { get; set; } = CurveFit.Pchip;

    /// <summary>Gathers points.</summary>
    protected override void ProcessRecord() => _points.AddRange(InputObject);

    /// <summary>Writes one object a codec.</summary>
    protected override void EndProcessing()
    {
        if (ParameterSetName == AnchorSet)
        {
            ForInput(null, () => Write("Anchor", Anchor, "Test", _points));
            return;
        }

        if (_points.Count == 0)
        {
            return;
        }

        List<IGrouping<string, PSObject>> groups = [.. ForCall(PointsOfCodecs).GroupBy(GroupOf, StringComparer.OrdinalIgnoreCase)];
        IGrouping<string, PSObject> anchor = ForCall(() => FindAnchor(groups));
        foreach (IGrouping<string, PSObject> group in groups.Where(group => group != anchor))
        {
            ForInput(group.Key, () => Write(anchor.Key, anchor, group.Key, group));
        }
    }

    private List<PSObject> PointsOfCodecs() => _points.Exists(point => point.Properties[GroupBy] is not null)
        ? _points
        : throw new VmafException(
            VmafErrorIds.OptionInvalid,
            $"The objects have no property '{GroupBy}'.",
            $"They have {string.Join(", ", _points[0].Properties.Select(property => property.Name))}. Name one with -GroupBy, or add it with Select-Object.",
            GroupBy);

    private IGrouping<string, PSObject> FindAnchor(List<IGrouping<string, PSObject>> groups)
    {
        if (groups is [var only] && AnchorName is null)
        {
            throw new VmafException(
                VmafErrorIds.OptionInvalid,
                $"All points have '{only.Key}' in '{GroupBy}', so that there is nothing to compare.",
                "Name the property that tells codecs apart with -GroupBy, and give points of two codecs at least.",
                GroupBy);
        }

        return AnchorName is null
            ? groups[0]
            : groups.Find(group => group.Key.Equals(AnchorName, StringComparison.OrdinalIgnoreCase))
                ?? throw new VmafException(
                    VmafErrorIds.OptionInvalid,
                    $"No point has '{AnchorName}' in '{GroupBy}'.",
                    $"There are {string.Join(", ", groups.Select(group => $"'{group.Key}'"))}.",
                    AnchorName);
    }

    private void Write(string anchorName, IEnumerable<PSObject> anchor, string testName, IEnumerable<PSObject> test)
    {
        BjontegaardDelta delta = BjontegaardCalculator.Compare(
            anchorName, [.. anchor.Select(ToPoint)], testName, [.. test.Select(ToPoint)], Fit);
        if (delta.Overlap < LeastOverlap)
        {
            WriteWarning(string.Create(
                CultureInfo.CurrentCulture,
                $"'{anchorName}' and '{testName}' have only {delta.Overlap:P0} of their qualities in common ({delta.LowestScore:F1} to {delta.HighestScore:F1}); the figures are about that part."));
        }

        WriteObject(NamedOutput.Create(new BdRateRow(anchorName, testName, Fit, delta), BdRateRow.TypeName));
    }

    private string GroupOf(PSObject point) => point.Properties[GroupBy]?.Value?.ToString() ?? string.Empty;

    private RatePoint ToPoint(PSObject point)
    {
        string score = Score ?? (point.Properties[DefaultScore] is null ? FrameRow.FirstScore : DefaultScore);
        return new RatePoint(Number(point, Bitrate, "-Bitrate"), Number(point, score, "-Score"));
    }

    private static double Number(PSObject point, string property, string parameter) =>
        FrameRow.FindValue(point, property) ?? throw new VmafException(
            VmafErrorIds.OptionInvalid,
            $"A point has no number in '{property}': {point}.",
            $"Name the property with {parameter}.",
            point);
}

using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Management.Automation;
using Vmaf.Engine.Comparison;
using Vmaf.Engine.Errors;
using Vmaf.PowerShell.Completion;
using Vmaf.PowerShell.Output;
using Vmaf.PowerShell.Selection;

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
    private const string DefaultBitrate = "Bitrate";
    private const double LeastOverlap = 0.5;

    private readonly List<PSObject> _points = [];

    /// <summary>Points of the codec to compare with.</summary>
    [Parameter(Position = 0, ParameterSetName = AnchorSet)]
    [ValidateNotNullOrEmpty]
    public PSObject[] Anchor { get; set; } = [];

    /// <summary>Points of the codec in question; with -GroupBy, those of all codecs.</summary>
    [Parameter(Position = 1, ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    public PSObject[] InputObject { get; set; } = [];

    /// <summary>The property that says which codec a point is of, or a script block that makes it of the point.</summary>
    [Parameter(ParameterSetName = GroupSet)]
    [NotBlank("property", "Name one that tells codecs apart, or give a script block.")]
    [ArgumentCompleter(typeof(PointPropertyCompleter))]
    public PointProperty? GroupBy { get; set; }

    /// <summary>The codec to compare the others with, by default that of the first point.</summary>
    [Parameter(ParameterSetName = GroupSet)]
    [ValidateNotNullOrEmpty]
    public string? AnchorName { get; set; }

    /// <summary>The property with the bitrate, or a script block that makes it of the point.</summary>
    [Parameter]
    [NotBlank("property", "Name the one with the bitrate, or leave -Bitrate out for Bitrate.")]
    [ArgumentCompleter(typeof(PointPropertyCompleter))]
    public PointProperty Bitrate { get; set; } = new(DefaultBitrate);

    /// <summary>
    /// The property with the quality, or a script block that makes it of the point; without it <c>Score</c>, or <c>Vmaf</c> where there is
    /// no such property.
    /// </summary>
    [Parameter]
    [NotBlank("property", "Name the one with the quality, or leave -Score out for Score or Vmaf.")]
    [ArgumentCompleter(typeof(PointPropertyCompleter))]
    public PointProperty? Score { get; set; }

    /// <summary>How the curves are laid.</summary>
    [Parameter]
    public CurveFit Fit { get; set; } = CurveFit.Pchip;

    /// <summary>Checks that there is something to compare with: PowerShell would prompt for what is mandatory.</summary>
    protected override void BeginProcessing()
    {
        if (Anchor.Length == 0 && GroupBy is null)
        {
            End(new VmafException(
                VmafErrorIds.OptionInvalid,
                "There is nothing to compare the points with.",
                "Say with -GroupBy what tells codecs apart: a property, such as Codec, or a script block, such as "
                    + "{ $_.Distorted -replace '.*(x26[45]).*', '$1' }. Or give the points of the other codec with -Anchor."));
        }
    }

    /// <summary>Gathers points.</summary>
    protected override void ProcessRecord() => _points.AddRange(InputObject);

    /// <summary>Writes one object a codec.</summary>
    protected override void EndProcessing()
    {
        if (_points.Count == 0 && !MyInvocation.ExpectingInput)
        {
            End(new VmafException(
                VmafErrorIds.OptionInvalid, "There are no points.", "Pipe objects with bitrate and score into the command, such as results of Invoke-VmafQuality."));
        }

        WarnOfSeveralVideos();
        if (ParameterSetName == AnchorSet)
        {
            ForInput(null, () => Write(Curve("Anchor", Anchor), Curve("Test", _points)));
            return;
        }

        if (_points.Count == 0)
        {
            return;
        }

        List<IGrouping<string, PSObject>> groups = ForCall(() => PointsOfCodecs().GroupBy(GroupOf, StringComparer.OrdinalIgnoreCase).ToList());
        IGrouping<string, PSObject> anchor = ForCall(() => FindAnchor(groups));
        RateCurve anchorCurve = ForCall(() => AnchorCurve(anchor, hasOthers: groups.Count > 2));
        foreach (IGrouping<string, PSObject> group in groups.Where(group => group != anchor))
        {
            ForInput(group.Key, () => Write(anchorCurve, Curve(group.Key, group)));
        }
    }

    /// <summary>Results of several videos lie on several curves.</summary>
    private void WarnOfSeveralVideos()
    {
        string[] references = ForCall(() => Anchor.Concat(_points)
            .Select(point => ObjectProperty.Text(ObjectProperty.Value(point, "Reference")))
            .Where(path => path.Length > 0)
            .Distinct(StringComparer.Ordinal)
            .ToArray());
        if (references.Length > 1)
        {
            WriteWarning(
                $"The points are of {references.Length} references, whose curves are not the same. Compare encodes of one at a time: "
                + "… | Group-Object Reference | ForEach-Object { $_.Group | Measure-VmafBdRate … }");
        }
    }

    private List<PSObject> PointsOfCodecs() => _points.Exists(GroupBy!.IsIn)
        ? _points
        : throw new VmafException(
            VmafErrorIds.OptionInvalid,
            $"The objects have no property {GroupBy}; they have {string.Join(", ", _points[0].Properties.Select(property => property.Name))}.",
            "Name one with -GroupBy, or give a script block that makes it of $_.",
            GroupBy);

    private IGrouping<string, PSObject> FindAnchor(List<IGrouping<string, PSObject>> groups)
    {
        if (groups is [var only] && AnchorName is null)
        {
            throw new VmafException(
                VmafErrorIds.OptionInvalid,
                $"All points have '{only.Key}' in {GroupBy}, so that there is nothing to compare.",
                "Say with -GroupBy what tells codecs apart, and give points of two codecs at least.",
                GroupBy);
        }

        return AnchorName is null
            ? groups[0]
            : groups.Find(group => group.Key.Equals(AnchorName, StringComparison.OrdinalIgnoreCase))
                ?? throw new VmafException(
                    VmafErrorIds.OptionInvalid,
                    $"No point has '{AnchorName}' in {GroupBy}.",
                    $"There are {string.Join(", ", groups.Select(group => $"'{group.Key}'"))}.",
                    AnchorName);
    }

    /// <summary>The curve of the anchor, without which nothing can be compared; another codec may do for it.</summary>
    private RateCurve AnchorCurve(IGrouping<string, PSObject> anchor, bool hasOthers)
    {
        try
        {
            return Curve(anchor.Key, anchor);
        }
        catch (VmafException error) when (hasOthers)
        {
            throw new VmafException(
                error.ErrorId, error.Message, $"{error.Remedy} All others are compared with '{anchor.Key}'; -AnchorName names another.", error.Target, error);
        }
    }

    private RateCurve Curve(string name, IEnumerable<PSObject> points) => new(name, [.. points.Select(ToPoint)], Fit);

    private void Write(RateCurve anchor, RateCurve test)
    {
        BjontegaardDelta delta = BjontegaardCalculator.Compare(anchor, test);
        if (delta.Overlap < LeastOverlap)
        {
            WriteWarning(string.Create(
                CultureInfo.CurrentCulture,
                $"'{anchor.Name}' and '{test.Name}' have only {delta.Overlap:P0} of their qualities in common ({delta.LowestScore:F1} to {delta.HighestScore:F1}); the figures are about that part."));
        }

        WriteObject(NamedOutput.Create(new BdRateRow(anchor.Name, test.Name, Fit, delta), BdRateRow.TypeName));
    }

    private string GroupOf(PSObject point) => GroupBy!.TextOf(point);

    private RatePoint ToPoint(PSObject point)
    {
        PointProperty score = Score ?? new PointProperty(point.Properties[DefaultScore] is null ? FrameRow.FirstScore : DefaultScore);
        return new RatePoint(
            Number(
                point,
                Bitrate,
                "Name the property with -Bitrate. Results have it where the video states it; raw video needs -FrameRate when it is measured, "
                    + "and a bare stream whose frame rate nothing tells is to be put into a container: ffmpeg -i FILE -c copy FILE.mkv"),
            Number(point, score, "Name the property with -Score."));
    }

    private static double Number(PSObject point, PointProperty property, string remedy) =>
        property.NumberOf(point) ?? throw new VmafException(
            VmafErrorIds.OptionInvalid, $"A point has no number in {property}: {QualityRow.FindName(point) ?? point.ToString()}.", remedy, point);
}

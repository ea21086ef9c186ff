using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Management.Automation;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Explanation;
using Vmaf.Engine.Models;
using Vmaf.Engine.Pairs;
using Vmaf.Engine.Reports;
using Vmaf.Engine.Video;
using Vmaf.PowerShell.Completion;
using Vmaf.PowerShell.Errors;
using Vmaf.PowerShell.Explaining;
using Vmaf.PowerShell.Output;
using Vmaf.PowerShell.Pairs;
using Vmaf.PowerShell.Paths;

namespace Vmaf.PowerShell;

/// <summary>Says why frames and clips have their scores.</summary>
[Cmdlet(VerbsCommon.Get, "VmafExplanation", DefaultParameterSetName = InputSet)]
[OutputType(typeof(ExplanationRow), typeof(FrameExplanationRow))]
[SuppressMessage("Performance", "CA1819:Properties should not return arrays", Justification = "Parameters of cmdlets are arrays.")]
public sealed class GetVmafExplanationCommand : ComparingCmdlet
{
    // The default: else PowerShell would bind results of the pipeline as pairs, because they name their videos, and measure them again.
    private const string InputSet = "Input";
    private const string PairSet = "Pair";

    private readonly List<PSObject> _frames = [];
    private FrameExplainers _explainers = null!;
    private PairMeasurement _measurement = null!;
    private string? _model;

    /// <summary>Results of <c>Invoke-VmafQuality</c> or <c>Import-VmafReport</c>, or frames of them.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = InputSet)]
    [ValidateNotNull]
    [NoVideoName]
    public PSObject InputObject { get; set; } = null!;

    /// <summary>The video to compare with: y4m, raw, or anything that an installed ffmpeg decodes.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true, ParameterSetName = PairSet)]
    [FilePathTransformation]
    [ValidateNotNullOrEmpty]
    public override string Reference { get; set; } = string.Empty;

    /// <summary>The videos to measure and explain; wildcards are allowed.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = PairSet)]
    [Alias("FullName", "PSPath", "Path")]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public override string[] Distorted { get; set; } = [];

    /// <summary>Luma width of raw videos.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = PairSet)]
    [BlankIsMissing]
    public override int? Width { get; set; }

    /// <summary>Luma height of raw videos.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = PairSet)]
    [BlankIsMissing]
    public override int? Height { get; set; }

    /// <summary>Pixel format of raw videos, as ffmpeg spells it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = PairSet)]
    [BlankIsMissing]
    [ArgumentCompleter(typeof(PixelFormatCompleter))]
    public override string? PixelFormat { get; set; }

    /// <summary>Bits per sample of raw videos.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = PairSet)]
    [BlankIsMissing]
    public override int? BitDepth { get; set; }

    /// <summary>Name or path of the model; by default the one that the scores were made with.</summary>
    [Parameter]
    [NotBlank("model", "Get-VmafModel lists names; a path of a file does too. Leave -Model out for the model that the scores were made with.")]
    [ArgumentCompleter(typeof(ModelCompleter))]
    public string? Model { get; set; }

    /// <summary>Writes an object for every frame, instead of one for the clip.</summary>
    [Parameter]
    public SwitchParameter PerFrame { get; set; }

    /// <summary>Writes objects for the frames with these indices.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int[]? Frame { get; set; }

    /// <summary>Writes objects for so many frames with the lowest scores, worst first.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int? Worst { get; set; }

    /// <summary>Neighbours drawn around each frame.</summary>
    [Parameter]
    [ValidateRange(1, 1_000_000)]
    public int NeighborCount { get; set; } = new LocalExplainerOptions().NeighborCount;

    /// <summary>Standard deviation of the neighbours in each normalised feature.</summary>
    [Parameter]
    public double NeighborStandardDeviation { get; set; } = new LocalExplainerOptions().NeighborStandardDeviation;

    /// <summary>How the distance of a neighbour is measured.</summary>
    [Parameter]
    public DistanceMetric Distance { get; set; }

    /// <summary>Width of the kernel that makes near neighbours count more.</summary>
    [Parameter]
    public double KernelWidth { get; set; } = new LocalExplainerOptions().KernelWidth;

    /// <summary>Penalty on the squared weights.</summary>
    [Parameter]
    public double RidgeAlpha { get; set; } = new LocalExplainerOptions().RidgeAlpha;

    /// <summary>Seed of the neighbours.</summary>
    [Parameter]
    public uint Seed { get; set; } = LocalExplainerOptions.DefaultSeed;

    /// <summary>Explains this member of a bootstrap model, by its number in score names, from 1.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int? BootstrapMember { get; set; }

    /// <summary>Explains all members of a bootstrap model too, for the spread of each weight.</summary>
    [Parameter]
    public SwitchParameter AllMembers { get; set; }

    /// <summary>Number of threads, by default one a processor.</summary>
    [Parameter]
    [ValidateRange(1, 1024)]
    public int? ThreadCount { get; set; }

    /// <summary>Checks the options, and the model where one is named.</summary>
    protected override void BeginProcessing()
    {
        var options = new LocalExplainerOptions
        {
            NeighborCount = NeighborCount,
            NeighborStandardDeviation = NeighborStandardDeviation,
            Distance = Distance,
            KernelWidth = KernelWidth,
            RidgeAlpha = RidgeAlpha,
            Seed = Seed,
            MaximumThreadCount = ThreadCount ?? Environment.ProcessorCount,
            MemberIndex = BootstrapMember - 1,
            IncludesMemberSpread = AllMembers,
        };
        ForCall(() => new LocalExplainer(options));
        _explainers = new FrameExplainers(this, options, StoppingToken);
        _measurement = new PairMeasurement(this, ThreadCount ?? 0, StoppingToken);
        if (Model is not null)
        {
            ForCall(() =>
            {
                _model = new FileSystemPaths(SessionState.Path).ResolveFileOrName(Model);
                return _explainers.Of(_model);
            });
        }
    }

    /// <summary>Explains one input object; frames are gathered until the last has come.</summary>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == InputSet)
        {
            foreach (object item in LanguagePrimitives.GetEnumerable(InputObject) ?? new[] { InputObject })
            {
                ForInput(item, () => ExplainInput(PSObject.AsPSObject(item)));
            }
        }
        else
        {
            ForPairs(Reference, Distorted, ExplainPair);
        }
    }

    /// <summary>Explains the frames that came one by one.</summary>
    protected override void EndProcessing()
    {
        foreach (IGrouping<string?, PSObject> clip in _frames.GroupBy(FrameRow.FindDistorted))
        {
            ForInput(clip.Key, () =>
            {
                ExplainedClip? source = clip.Key is null ? null : new ExplainedClip(clip.Key, 0, null);
                WriteFrames([.. Explainer(null).Explain([.. clip]).Select(frame => new FrameExplanationRow(frame, source))]);
            });
        }
    }

    private protected override string RemedyOf(VmafException error) => ParameterRemedies.CompleteByResult(error, "Get-VmafExplanation");

    private void ExplainInput(PSObject input)
    {
        if (QualityRow.FindReport(input) is { } report)
        {
            FrameExplainer explainer = Explainer(QualityRow.FindModel(input));
            IReadOnlyList<FrameExplanation> frames = explainer.Explain(report, []);
            WarnOfOtherModel(explainer, report, frames);
            Write(frames, explainer, input.Properties["Reference"]?.Value as string, QualityRow.FindPair(input)?.Clip);
        }
        else if (FrameRow.FindIndex(input) is not null)
        {
            _frames.Add(input);
        }
        else
        {
            throw new VmafException(
                VmafErrorIds.OptionInvalid,
                "The object is no result of Invoke-VmafQuality or Import-VmafReport, and no frame of one.",
                "Give results or frames as those commands wrote them, the paths of two videos, or rows with the properties Reference and Distorted.",
                input);
        }
    }

    private void ExplainPair(string reference, string distorted)
    {
        FrameExplainer explainer = Explainer(null);
        RawVideoHints hints = RawHints();
        (Report report, IReadOnlyList<PairObservation?> observations) = _measurement.Measure(reference, distorted, hints, explainer.Model);
        Write(explainer.Explain(report, observations), explainer, reference, new ExplainedClip(distorted, 0, hints));
    }

    private void Write(IReadOnlyList<FrameExplanation> frames, FrameExplainer explainer, string? reference, ExplainedClip? clip)
    {
        FrameExplanationRow[] rows = [.. frames.Select(frame => new FrameExplanationRow(frame, clip))];
        if (PerFrame || Worst is not null || Frame is not null)
        {
            WriteFrames(rows);
        }
        else
        {
            WriteObject(new ExplanationRow(rows, explainer.Model.Info.Name, reference, clip).ToOutput());
        }
    }

    private void WriteFrames(FrameExplanationRow[] rows)
    {
        IEnumerable<FrameExplanationRow> chosen = Frame is null ? rows : rows.Where(row => Frame.Contains(row.Frame));
        foreach (FrameExplanationRow row in Worst is { } count ? ExplanationRow.Worst(chosen, count) : chosen)
        {
            WriteObject(row.ToOutput());
        }

        foreach (int missing in (Frame ?? []).Except(rows.Select(row => row.Frame)))
        {
            WriteError(EngineErrorRecord.Create(new VmafException(
                VmafErrorIds.OptionInvalid,
                string.Create(CultureInfo.InvariantCulture, $"There is no explained frame {missing}."),
                string.Create(CultureInfo.InvariantCulture, $"The frames go from {rows[0].Frame} to {rows[^1].Frame}."),
                missing)));
        }
    }

    /// <summary>The explainer of the model that was asked for, or else of the one that the scores were made with.</summary>
    private FrameExplainer Explainer(ModelInfo? scoredWith) =>
        _explainers.Of(_model ?? scoredWith?.Path ?? scoredWith?.Name ?? ModelCatalog.DefaultModelName);

    private void WarnOfOtherModel(FrameExplainer explainer, Report report, IReadOnlyList<FrameExplanation> frames)
    {
        if (BootstrapMember is not null || report.Names.Scores.Count == 0)
        {
            return;
        }

        Dictionary<int, double?> scores = report.Frames.ToDictionary(frame => frame.FrameIndex, frame => frame.Score);
        double difference = ModelAgreement.LargestDifference(frames, frame => scores[frame.FrameIndex]);
        if (difference > ModelAgreement.ScoreTolerance)
        {
            WriteWarning(string.Create(
                CultureInfo.InvariantCulture,
                $"The scores differ by up to {difference:F2} from those of {explainer.Model.Info.Name}, which is explained. Name the model they were made with: -Model."));
        }
    }
}

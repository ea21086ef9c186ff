using System.Diagnostics.CodeAnalysis;
using System.Management.Automation;
using Vmaf.Engine.Decoding;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Explanation;
using Vmaf.Engine.Models;
using Vmaf.Engine.Scoring;
using Vmaf.Engine.Video;
using Vmaf.PowerShell.Completion;
using Vmaf.PowerShell.Explaining;
using Vmaf.PowerShell.Measuring;
using Vmaf.PowerShell.Output;
using Vmaf.PowerShell.Pairs;
using Vmaf.PowerShell.Paths;

namespace Vmaf.PowerShell;

/// <summary>Measures the quality of distorted videos against their references.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "VmafQuality", DefaultParameterSetName = PooledSet)]
[OutputType(QualityRow.TypeName, ParameterSetName = [PooledSet])]
[OutputType(FrameRow.TypeName, ParameterSetName = [PerFrameSet])]
[SuppressMessage("Performance", "CA1819:Properties should not return arrays", Justification = "Parameters of cmdlets are arrays.")]
public sealed class InvokeVmafQualityCommand : VideoPairCmdlet
{
    private const string PooledSet = "Pooled";
    private const string PerFrameSet = "PerFrame";

    private readonly List<PairRequest> _gathered = [];
    private ModelSelection _models = null!;
    private ScoringOptions _options = null!;

    /// <summary>Names or paths of the models; the first one's score is <c>Vmaf</c>. Empty to measure features only.</summary>
    [Parameter]
    [ValidateNotNull]
    [AllowEmptyCollection]
    [ArgumentCompleter(typeof(ModelCompleter))]
    public string[] Model { get; set; } = [ModelCatalog.DefaultModelName];

    /// <summary>Features to measure beside those of the models.</summary>
    [Parameter]
    [FeatureRequestTransformation]
    [ArgumentCompleter(typeof(FeatureCompleter))]
    public FeatureRequest[] Feature { get; set; } = [];

    /// <summary>The size that the distorted video was encoded at, where it was scaled up after that. CAMBI looks at it.</summary>
    [Parameter]
    public PictureSize? EncodeSize { get; set; }

    /// <summary>Bits per sample that the distorted video was encoded at, where it has more now. CAMBI looks at them.</summary>
    [Parameter]
    [ValidateSet("8", "10", "12", "16")]
    public int? EncodeBitDepth { get; set; }

    /// <summary>Writes an object for every frame as soon as it is measured, instead of one for the video.</summary>
    [Parameter(Mandatory = true, ParameterSetName = PerFrameSet)]
    public SwitchParameter PerFrame { get; set; }

    /// <summary>
    /// Adds an explanation to each object. With -PerFrame, the objects come when the video is over, because an explanation looks at the
    /// frames around.
    /// </summary>
    [Parameter]
    public SwitchParameter Explain { get; set; }

    /// <summary>Scores only every so many frames.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int Stride { get; set; } = 1;

    /// <summary>Number of measuring threads, by default one a processor.</summary>
    [Parameter]
    [ValidateRange(1, 1024)]
    public int? ThreadCount { get; set; }

    /// <summary>Compares as many frames as the shorter video has, instead of refusing videos of different length.</summary>
    [Parameter]
    public SwitchParameter Shortest { get; set; }

    /// <summary>Loads the models and checks the features, once for all videos.</summary>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        var encode = new EncodeProperties(EncodeSize, EncodeBitDepth);
        _models = ForCall(() => LoadModels(encode));
        _options = ForCall(() => new ScoringOptions
        {
            Features = [.. Feature.Select(encode.Complete)],
            Stride = Stride,
            ThreadCount = ThreadCount ?? Environment.ProcessorCount,
            LengthPolicy = Shortest ? LengthPolicy.Shortest : LengthPolicy.RequireEqual,
        });
        ForCall(() => _options.Features.Select(feature => feature.Resolve()).ToArray());
    }

    /// <summary>Measures the videos of one input object, or gathers them with others of the same reference.</summary>
    protected override void ProcessRecord()
    {
        ForPairs(Reference, Distorted, (reference, distorted) => Take(new PairRequest(reference, distorted, RawHints())));
        if (!MyInvocation.ExpectingInput)
        {
            MeasureGathered();
        }
    }

    /// <summary>Measures what was gathered.</summary>
    protected override void EndProcessing() => MeasureGathered();

    private protected override ClipPairOptions PairOptions(RawVideoHints hints, PipelineThread pipeline) =>
        base.PairOptions(hints, pipeline) with { WatchesOffset = true, WatchesDifferences = Explain };

    /// <summary>Pairs whose reference costs something to read wait for others that have the same.</summary>
    private void Take(PairRequest pair)
    {
        bool waits = ReferenceIsCostly(pair);
        if (_gathered.Count > 0 && !_gathered[0].SharesReferenceWith(pair))
        {
            MeasureGathered();
        }

        _gathered.Add(pair);
        if (!waits || _gathered.Count == SideBySide.MostPairs)
        {
            MeasureGathered();
        }
    }

    private bool ReferenceIsCostly(PairRequest pair)
    {
        using var pipeline = new PipelineThread(StoppingToken);
        ClipPairOptions options = PairOptions(pair.Hints, pipeline);
        return options.ReferenceProcess is not null
            || VideoSource.NeedsDecoder(pair.Reference, pair.Hints, options.ReferenceDecoding, StoppingToken);
    }

    private void MeasureGathered()
    {
        if (_gathered.Count == 0)
        {
            return;
        }

        PairRequest[] pairs = [.. _gathered];
        _gathered.Clear();
        using var pipeline = new PipelineThread(StoppingToken);
        new QualityMeasurement(this, pipeline, pairs, PairOptions(pairs[0].Hints, pipeline), _options, _models)
        {
            PerFrame = PerFrame,
            CreateExplainer = Explain ? CreateExplainer : null,
        }.Run();
    }

    private ModelSelection LoadModels(EncodeProperties encode)
    {
        if (Model.Length == 0 && Explain)
        {
            throw new VmafException(
                VmafErrorIds.OptionInvalid, "Without a model there is no score to explain.", "Leave out -Explain, or name a model.");
        }

        if (Model.Length == 0 && Feature.Length == 0)
        {
            throw new VmafException(
                VmafErrorIds.OptionInvalid, "There is nothing to measure: neither a model nor a feature is asked for.", "Name a model or a feature.");
        }

        var models = new ModelSelection(Model, new FileSystemPaths(SessionState.Path), encode, this);
        encode.CheckAreUsed(models.Named, Feature);
        return models;
    }

    private FrameExplainer CreateExplainer(ScoringOptions scoring)
    {
        var options = new LocalExplainerOptions { MaximumThreadCount = ThreadCount ?? Environment.ProcessorCount };
        return new FrameExplainer(scoring.Models[0], options, WriteProgress, _ => { }, StoppingToken);
    }
}

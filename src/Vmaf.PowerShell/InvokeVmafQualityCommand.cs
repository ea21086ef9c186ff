using System.Diagnostics.CodeAnalysis;
using System.Management.Automation;
using Vmaf.Engine.Caching;
using Vmaf.Engine.Decoding;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Explanation;
using Vmaf.Engine.Metrics;
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

    private PipelineThread? _pipeline;
    private QualityBatch _batch = null!;
    private ModelSelection _models = null!;
    private MetricSelection _metrics = MetricSelection.Empty;
    private ScoringOptions _options = null!;

    /// <summary>
    /// The video to compare with: y4m, raw, or anything that an installed ffmpeg decodes. Empty where all that is measured does without.
    /// </summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [BlankIsMissing]
    public override string Reference { get; set; } = string.Empty;

    /// <summary>
    /// Names or paths of the models; the first one's score is <c>Vmaf</c>. Empty to measure features only. With -Metric, the models of the
    /// metrics that take one.
    /// </summary>
    [Parameter]
    [ValidateNotNull]
    [AllowEmptyCollection]
    [ArgumentCompleter(typeof(ModelCompleter))]
    public string[] Model { get; set; } = [ModelCatalog.DefaultModelName];

    /// <summary>Metrics by the names of the harness of Netflix/vmaf, instead of the default model.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(MetricCompleter))]
    public string[] Metric { get; set; } = [];

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

    /// <summary>How many pairs are measured at once. Without it one, or as many as share a reference that has to be decoded.</summary>
    [Parameter]
    [ValidateRange(1, 256)]
    public int? ThrottleLimit { get; set; }

    /// <summary>A folder for results: a pair that was measured before, with the same models and parameters, is not measured again.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? CachePath { get; set; }

    private bool IsModelNamed => MyInvocation.BoundParameters.ContainsKey(nameof(Model));

    private bool ExplainsScores => Explain || _metrics.Explains;

    /// <summary>Loads the models and checks the features, once for all videos.</summary>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _pipeline = new PipelineThread(StoppingToken);
        var encode = new EncodeProperties(EncodeSize, EncodeBitDepth);
        _metrics = ForCall(() => SelectMetrics(encode));
        _models = ForCall(() => LoadModels(encode));
        _options = ForCall(() => new ScoringOptions
        {
            Features = [.. Feature.Select(encode.Complete)],
            Metrics = _metrics,
            Stride = Stride,
            ThreadCount = ThreadCount ?? Environment.ProcessorCount,
            LengthPolicy = Shortest ? LengthPolicy.Shortest : LengthPolicy.RequireEqual,
        });
        ForCall(() => _options.Features.Select(feature => feature.Resolve()).ToArray());
        _batch = new QualityBatch(this, _pipeline, _options, _models, ThrottleLimit)
        {
            PerFrame = PerFrame,
            CreateExplainer = ExplainsScores ? CreateExplainer : null,
            Known = ForCall(OpenCache),
        };
    }

    /// <summary>Measures the videos of one input object, or begins to, or gathers them with others.</summary>
    protected override void ProcessRecord()
    {
        if (string.IsNullOrEmpty(Reference))
        {
            ForFiles(Distorted, TakeAlone);
        }
        else
        {
            ForPairs(Reference, Distorted, Take);
        }
    }

    /// <summary>Measures what was gathered, and waits for what runs.</summary>
    protected override void EndProcessing() => _batch.Complete();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _pipeline?.Dispose();
        }

        base.Dispose(disposing);
    }

    private protected override ClipPairOptions PairOptions(RawVideoHints hints, PipelineThread pipeline) =>
        base.PairOptions(hints, pipeline) with { WatchesOffset = true, WatchesDifferences = ExplainsScores };

    private void Take(string reference, string distorted)
    {
        ClipPairOptions options = PairOptions(RawHints(), _pipeline!);
        bool isCostly = options.ReferenceProcess is not null
            || VideoSource.NeedsDecoder(reference, options.ReferenceHints, options.ReferenceDecoding, StoppingToken);
        _batch.Add(new PairRequest(reference, distorted, options) { IsReferenceCostly = isCostly });
    }

    private KnownResults? OpenCache() => CachePath is null
        ? null
        : new KnownResults(ResultCache.Open(new FileSystemPaths(SessionState.Path).ResolveNew(CachePath)), _options, _models);

    private void TakeAlone(string distorted)
    {
        bool isDefault = !IsModelNamed && (Feature.Length > 0 || Metric.Length > 0);
        ScoringOptions scoring = isDefault ? _options : _options with { Models = _models.Loaded };
        QualityScorer.RequireNoReference(scoring);
        _batch.AddAlone(distorted, PairOptions(RawHints(), _pipeline!), scoring);
    }

    private MetricSelection SelectMetrics(EncodeProperties encode)
    {
        var paths = new FileSystemPaths(SessionState.Path);
        return MetricSelection.Create(
            Metric, ModelCatalog.FromEnvironment(), IsModelNamed ? [.. Model.Select(paths.ResolveFileOrName)] : null, encode.Complete);
    }

    private ModelSelection LoadModels(EncodeProperties encode)
    {
        bool isDefault = !IsModelNamed && Metric.Length > 0;
        string[] models = isDefault || _metrics.TakesModels ? [] : Model;
        if (models.Length == 0 && ExplainsScores && _metrics.FirstModel is null)
        {
            throw new VmafException(
                VmafErrorIds.OptionInvalid, "Without a model there is no score to explain.", "Leave out -Explain, or name a model.");
        }

        if (models.Length == 0 && Feature.Length == 0 && Metric.Length == 0)
        {
            throw new VmafException(
                VmafErrorIds.OptionInvalid,
                "There is nothing to measure: neither a model nor a metric nor a feature is asked for.",
                "Name a model, a metric or a feature.");
        }

        var selection = new ModelSelection(models, new FileSystemPaths(SessionState.Path), encode, line => _pipeline!.Post(() => WriteVerbose(line)));
        encode.CheckAreUsed(selection.Named, [.. Feature, .. _metrics.Features]);
        return selection;
    }

    private FrameExplainer CreateExplainer(ScoringOptions scoring)
    {
        var options = new LocalExplainerOptions { MaximumThreadCount = ThreadCount ?? Environment.ProcessorCount };
        VmafModel model = scoring.Models is [var first, ..] ? first : _metrics.FirstModel!;
        return new FrameExplainer(model, options, WriteProgress, _ => { }, StoppingToken);
    }
}

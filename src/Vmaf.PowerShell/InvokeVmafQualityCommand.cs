using System.Diagnostics.CodeAnalysis;
using System.Management.Automation;
using Vmaf.Engine.Caching;
using Vmaf.Engine.Decoding;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Explanation;
using Vmaf.Engine.Metrics;
using Vmaf.Engine.Models;
using Vmaf.Engine.Pairs;
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
    private bool _hasInput;
    private ScoringOptions _options = null!;

    /// <summary>
    /// The video to compare with: y4m, raw, or anything that an installed ffmpeg decodes. Empty where all that is measured does without.
    /// </summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Ref")]
    [BlankIsMissing]
    public override string Reference { get; set; } = string.Empty;

    /// <summary>
    /// The videos to measure; wildcards are allowed. Empty where all that is measured does without a reference, and the only video stands
    /// in its place.
    /// </summary>
    [Parameter(Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Dis", "FullName", "PSPath", "Path")]
    [VideoRow]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public override string[] Distorted { get; set; } = [];

    /// <summary>
    /// Names or paths of the models; the first one's score is <c>Vmaf</c>. Empty to measure features only. With -Metric, the models of the
    /// metrics that take one.
    /// </summary>
    [Parameter]
    [NotBlank("model", "Get-VmafModel lists names; a path of a file does too, and @() asks for none.", AllowsNone = true)]
    [AllowEmptyCollection]
    [ArgumentCompleter(typeof(ModelCompleter))]
    public string[] Model { get; set; } = [ModelCatalog.DefaultModelName];

    /// <summary>Metrics by the names of the harness of Netflix/vmaf, instead of the default model.</summary>
    [Parameter]
    [NotBlank("metric", "Names are such as PSNR, SSIM or SITI; the tab key shows them all. Leave -Metric out to measure the default model.")]
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
        _hasInput = true;
        if (string.IsNullOrEmpty(Reference) || Distorted.Length == 0)
        {
            ForFiles(Distorted.Length > 0 ? Distorted : ForCall(LoneVideo), TakeAlone);
        }
        else
        {
            ForPairs(Reference, Distorted, Take);
        }
    }

    /// <summary>Measures what was gathered, and waits for what runs.</summary>
    protected override void EndProcessing()
    {
        // An empty pipeline, such as a CSV file without rows, is no error: there is nothing to do.
        if (!_hasInput)
        {
            WriteVerbose("No video came down the pipeline, so that nothing was measured.");
        }

        _batch.Complete();
    }

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

    /// <summary>The only video of a call, which stands where a reference would.</summary>
    private string[] LoneVideo()
    {
        if (string.IsNullOrEmpty(Reference))
        {
            throw new VmafException(
                VmafErrorIds.OptionInvalid, "There is no video to measure.", "Name a reference and a distorted video, in this order.");
        }

        RequireNoReference();
        return [Reference];
    }

    private void TakeAlone(string video)
    {
        RequireNoReference();
        _batch.AddAlone(video, PairOptions(RawHints(), _pipeline!), _options);
    }

    private void RequireNoReference()
    {
        // Features alone are the wish of who asks for them alone: the default model, which they else stand beside, is left out.
        if (_models.Named.Any() && (IsModelNamed || Feature.Length == 0))
        {
            throw new VmafException(
                VmafErrorIds.ReferenceMissing,
                $"There is no reference to compare with for {string.Join(", ", Model)}.",
                "Give a reference, or ask only for metrics that need none, such as SITI or NIQE.");
        }

        QualityScorer.RequireNoReference(_options);
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

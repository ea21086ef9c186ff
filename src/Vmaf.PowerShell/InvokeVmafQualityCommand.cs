using System.Diagnostics.CodeAnalysis;
using System.Management.Automation;
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
using Vmaf.PowerShell.Progress;

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

    private readonly ScoringProgressWriter _progress;
    private ModelSelection _models = null!;
    private MetricSelection _metrics = MetricSelection.Empty;
    private ScoringOptions _options = null!;

    /// <summary>Creates the command.</summary>
    public InvokeVmafQualityCommand() => _progress = new ScoringProgressWriter(WriteProgress, TimeProvider.System);

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

    private bool IsModelNamed => MyInvocation.BoundParameters.ContainsKey(nameof(Model));

    private bool ExplainsScores => Explain || _metrics.Explains;

    /// <summary>Loads the models and checks the features, once for all videos.</summary>
    protected override void BeginProcessing()
    {
        _metrics = ForCall(SelectMetrics);
        _models = ForCall(LoadModels);
        _options = ForCall(() => new ScoringOptions
        {
            Features = Feature,
            Metrics = _metrics,
            Stride = Stride,
            ThreadCount = ThreadCount ?? 0,
            LengthPolicy = Shortest ? LengthPolicy.Shortest : LengthPolicy.RequireEqual,
        });
        ForCall(() => Feature.Select(feature => feature.Resolve()).ToArray());
    }

    /// <summary>Measures the videos of one input object.</summary>
    protected override void ProcessRecord()
    {
        if (string.IsNullOrEmpty(Reference))
        {
            ForVideos(Distorted, MeasureAlone);
        }
        else
        {
            ForPairs(Reference, Distorted, Measure);
        }
    }

    private protected override ClipPairOptions PairOptions() =>
        base.PairOptions() with { WatchesOffset = true, WatchesDifferences = ExplainsScores };

    private MetricSelection SelectMetrics()
    {
        var paths = new FileSystemPaths(SessionState.Path);
        return MetricSelection.Create(
            Metric, ModelCatalog.FromEnvironment(), IsModelNamed ? [.. Model.Select(paths.ResolveFileOrName)] : null);
    }

    private ModelSelection LoadModels()
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

        return new ModelSelection(models, new FileSystemPaths(SessionState.Path), this);
    }

    private void Measure(string reference, string distorted)
    {
        ClipPairOptions options = PairOptions();
        using var clips = ClipPair.Open(reference, distorted, options, StoppingToken);
        ScoringOptions scoring = _options with { Models = _models.For(clips) };
        VmafModel? explained = !ExplainsScores ? null : scoring.Models is [var first, ..] ? first : _metrics.FirstModel;
        var output = new QualityOutput(
            this,
            new ExplainedClip(distorted, DistortedSkip, options.DistortedHints),
            PerFrame,
            explained is null ? null : CreateExplainer(explained));
        WriteVerbose($"{distorted}: {clips.Format}, on {EngineInfo.SimdTier}.");
        using ScoringRun run = QualityScorer.Start(clips, scoring, StoppingToken);
        QualityResult result = Follow(run, output, distorted);
        output.WriteWarnings(result, clips.FindOffset());
        output.WriteResult(result, clips.Observations);
    }

    private void MeasureAlone(string distorted)
    {
        ScoringOptions scoring = IsModelNamed || (Feature.Length == 0 && Metric.Length == 0) ? _options with { Models = _models.Named } : _options;
        QualityScorer.RequireNoReference(scoring);
        ClipPairOptions options = PairOptions();
        using IFrameSource video = ClipPair.OpenDistortedAlone(distorted, options, StoppingToken);
        var output = new QualityOutput(this, new ExplainedClip(distorted, DistortedSkip, options.DistortedHints), PerFrame, explainer: null);
        WriteVerbose($"{distorted}: {video.Format}, on {EngineInfo.SimdTier}.");
        using ScoringRun run = QualityScorer.StartWithoutReference(video, scoring, StoppingToken);
        QualityResult result = Follow(run, output, distorted);
        output.WriteWarnings(result, offset: null);
        output.WriteResult(result, []);
    }

    /// <summary>Writes frames, warnings and progress until the run ends.</summary>
    private QualityResult Follow(ScoringRun run, QualityOutput output, string distorted)
    {
        try
        {
            string name = Path.GetFileName(distorted);
            foreach (FrameScore frame in run.ReadFrames())
            {
                _progress.Report(name, run.Progress);
                output.WriteFrame(frame);
                WriteVideoWarnings();
            }

            QualityResult result = run.Complete();
            WriteVideoWarnings();
            return result;
        }
        finally
        {
            _progress.Complete();
        }
    }

    private FrameExplainer CreateExplainer(VmafModel model)
    {
        var options = new LocalExplainerOptions { MaximumThreadCount = ThreadCount ?? Environment.ProcessorCount };
        return new FrameExplainer(model, options, WriteProgress, _ => { }, StoppingToken);
    }
}

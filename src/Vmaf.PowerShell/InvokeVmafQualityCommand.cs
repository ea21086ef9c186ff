using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Management.Automation;
using Vmaf.Engine.Decoding;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Explanation;
using Vmaf.Engine.Fifo;
using Vmaf.Engine.Models;
using Vmaf.Engine.Reports;
using Vmaf.Engine.Scoring;
using Vmaf.Engine.Video;
using Vmaf.PowerShell.Completion;
using Vmaf.PowerShell.Errors;
using Vmaf.PowerShell.Explaining;
using Vmaf.PowerShell.Output;
using Vmaf.PowerShell.Paths;
using Vmaf.PowerShell.Progress;

namespace Vmaf.PowerShell;

/// <summary>Measures the quality of distorted videos against their references.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "VmafQuality", DefaultParameterSetName = PooledSet)]
[OutputType(QualityRow.TypeName, ParameterSetName = [PooledSet])]
[OutputType(FrameRow.TypeName, ParameterSetName = [PerFrameSet])]
[SuppressMessage("Performance", "CA1819:Properties should not return arrays", Justification = "Parameters of cmdlets are arrays.")]
public sealed class InvokeVmafQualityCommand : VmafCmdlet
{
    private const string PooledSet = "Pooled";
    private const string PerFrameSet = "PerFrame";
    private const string ExplanationProperty = "Explanation";

    private readonly ConcurrentQueue<string> _warnings = [];
    private readonly ScoringProgressWriter _progress;
    private readonly ModelCatalog _catalog = ModelCatalog.FromEnvironment();
    private FileSystemPaths _paths = null!;
    private ScoringOptions _options = null!;
    private VmafModel?[] _namedModels = [];
    private FrameExplainer? _explainer;

    /// <summary>Creates the command.</summary>
    public InvokeVmafQualityCommand() => _progress = new ScoringProgressWriter(WriteProgress, TimeProvider.System);

    /// <summary>The video to compare with: y4m, raw, or anything that an installed ffmpeg decodes.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string Reference { get; set; } = string.Empty;

    /// <summary>The videos to measure; wildcards are allowed.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("FullName", "PSPath", "Path")]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[] Distorted { get; set; } = [];

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

    /// <summary>Writes an object for every frame as soon as it is measured, instead of one for the video.</summary>
    [Parameter(Mandatory = true, ParameterSetName = PerFrameSet)]
    public SwitchParameter PerFrame { get; set; }

    /// <summary>
    /// Adds an explanation to each object. With -PerFrame, the objects come when the video is over, because an explanation looks at the
    /// frames around.
    /// </summary>
    [Parameter]
    public SwitchParameter Explain { get; set; }

    /// <summary>Luma width of raw videos.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [BlankIsMissing]
    public int? Width { get; set; }

    /// <summary>Luma height of raw videos.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [BlankIsMissing]
    public int? Height { get; set; }

    /// <summary>Pixel format of raw videos, as ffmpeg spells it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [BlankIsMissing]
    [ArgumentCompleter(typeof(PixelFormatCompleter))]
    public string? PixelFormat { get; set; }

    /// <summary>Bits per sample of raw videos.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [BlankIsMissing]
    public int? BitDepth { get; set; }

    /// <summary>Frames to pass over at the start of the reference.</summary>
    [Parameter]
    [ValidateRange(0, long.MaxValue)]
    public long ReferenceSkip { get; set; }

    /// <summary>Frames to pass over at the start of the distorted video.</summary>
    [Parameter]
    [ValidateRange(0, long.MaxValue)]
    public long DistortedSkip { get; set; }

    /// <summary>The most frames to compare.</summary>
    [Parameter]
    [ValidateRange(1, long.MaxValue)]
    public long? FrameCount { get; set; }

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

    /// <summary>Compares videos of different bit depth at the deeper one's, instead of refusing them.</summary>
    [Parameter]
    public SwitchParameter CommonBitDepth { get; set; }

    /// <summary>Scales distorted videos of another size to the reference's, by this kernel, instead of refusing them. Needs ffmpeg.</summary>
    [Parameter]
    public ResamplingKernel? Resize { get; set; }

    /// <summary>Turns encoded videos as their containers ask players to, instead of measuring them as coded.</summary>
    [Parameter]
    public SwitchParameter ApplyRotation { get; set; }

    /// <summary>After this time, a decoder that does not start is warned about.</summary>
    [Parameter]
    public TimeSpan ReadyWarning { get; set; } = new ReadyOptions().Warning;

    /// <summary>After this time, a decoder that does not start is given up.</summary>
    [Parameter]
    public TimeSpan? ReadyTimeout { get; set; }

    /// <summary>Loads the models and checks the features, once for all videos.</summary>
    protected override void BeginProcessing()
    {
        _paths = new FileSystemPaths(SessionState.Path);
        _namedModels = ForCall(LoadNamedModels);
        _options = ForCall(() => new ScoringOptions
        {
            Features = Feature,
            Stride = Stride,
            ThreadCount = ThreadCount ?? 0,
            LengthPolicy = Shortest ? LengthPolicy.Shortest : LengthPolicy.RequireEqual,
        });
        ForCall(() => Feature.Select(feature => feature.Resolve()).ToArray());
    }

    /// <summary>Measures the videos of one input object.</summary>
    protected override void ProcessRecord() => ForPairs(Reference, Distorted, Measure);

    /// <summary>Loads the models that have names; those that are chosen by the videos stay <see langword="null"/>.</summary>
    private VmafModel?[] LoadNamedModels()
    {
        if (Explain && Model.Length == 0)
        {
            throw new VmafException(
                VmafErrorIds.OptionInvalid, "Without a model there is no score to explain.", "Leave out -Explain, or name a model.");
        }

        return [.. Model.Select((nameOrPath, index) =>
            AutomaticModel.IsAskedFor(nameOrPath) ? null : LoadModel(_paths.ResolveFileOrName(nameOrPath), index))];
    }

    private VmafModel LoadModel(string nameOrPath, int index)
    {
        VmafModel model = index == 0
            ? _catalog.Load(nameOrPath)
            : _catalog.Load(nameOrPath, new ModelLoadOptions { Name = _catalog.GetInfo(nameOrPath).Name });
        WriteVerbose($"Model {model.Info.Name} ({model.Info.Origin}), SHA-256 {model.Info.Sha256}.");
        return model;
    }

    private ScoringOptions OptionsFor(ClipPair clips) => _options with
    {
        Models = [.. _namedModels.Select((model, index) => model ?? LoadModel(AutomaticModel.Choose(clips.Format, clips.FrameRate), index))],
    };

    private FrameExplainer CreateExplainer(VmafModel model)
    {
        var options = new LocalExplainerOptions { MaximumThreadCount = ThreadCount ?? Environment.ProcessorCount };
        return new FrameExplainer(model, options, WriteProgress, _ => { }, StoppingToken);
    }

    private void Measure(string reference, string distorted)
    {
        try
        {
            ClipPairOptions options = PairOptions();
            using var clips = ClipPair.Open(reference, distorted, options, StoppingToken);
            WriteVerbose($"{distorted}: {clips.Format}, on {EngineInfo.SimdTier}.");
            ScoringOptions scoring = OptionsFor(clips);
            _explainer = Explain ? CreateExplainer(scoring.Models[0]) : null;
            using ScoringRun run = QualityScorer.Start(clips, scoring, StoppingToken);
            string name = Path.GetFileName(distorted);
            foreach (FrameScore frame in run.ReadFrames())
            {
                _progress.Report(name, run.Progress);
                WriteFrame(frame, distorted);
                WriteWarnings();
            }

            QualityResult result = run.Complete();
            WriteWarnings();
            WarnOfOffset(clips, distorted);
            foreach (string warning in result.Warnings)
            {
                WriteWarning(warning);
            }

            _progress.Complete();
            WriteResult(result, clips.Observations, new ExplainedClip(distorted, DistortedSkip, options.DistortedHints));
        }
        finally
        {
            _progress.Complete();
        }
    }

    private void WriteResult(QualityResult result, IReadOnlyList<PairObservation?> observations, ExplainedClip clip)
    {
        FrameExplanationRow[] explanations = _explainer is null ? [] : ExplainFrames(_explainer, result, observations, clip);
        if (!PerFrame)
        {
            PSObject row = QualityRow.Create(result, clip);
            if (_explainer is not null)
            {
                ExplanationRow? explanation =
                    explanations.Length == 0 ? null : new ExplanationRow(explanations, _explainer.Model.Info.Name, result.Reference, clip);
                row.Properties.Add(new PSNoteProperty(ExplanationProperty, explanation?.ToOutput()));
            }

            WriteObject(row);
        }
        else if (_explainer is not null)
        {
            Dictionary<int, FrameExplanationRow> byFrame = explanations.ToDictionary(explanation => explanation.Frame);
            foreach (FrameScore frame in result.Frames)
            {
                PSObject row = FrameRow.Create(frame, clip.Path);
                row.Properties.Add(new PSNoteProperty(ExplanationProperty, byFrame.GetValueOrDefault(frame.FrameIndex)?.ToOutput()));
                WriteObject(row);
            }
        }
    }

    /// <summary>Explains the frames; where that fails, the scores are worth having all the same.</summary>
    private FrameExplanationRow[] ExplainFrames(
        FrameExplainer explainer, QualityResult result, IReadOnlyList<PairObservation?> observations, ExplainedClip clip)
    {
        try
        {
            return [.. explainer.Explain(Report.FromResult(result), observations).Select(frame => new FrameExplanationRow(frame, clip))];
        }
        catch (VmafException error)
        {
            WriteError(EngineErrorRecord.Create(error, clip.Path));
            return [];
        }
    }

    /// <summary>Warnings come from reading threads; only the pipeline's own may write them.</summary>
    private void WriteWarnings()
    {
        while (_warnings.TryDequeue(out string? warning))
        {
            WriteWarning(warning);
        }
    }

    private void WarnOfOffset(ClipPair clips, string distorted)
    {
        if (clips.FindOffset() is { IsClearlyShifted: true } match)
        {
            string skip = match.OffsetFrames > 0 ? $"-DistortedSkip {match.OffsetFrames}" : $"-ReferenceSkip {-match.OffsetFrames}";
            WriteWarning($"'{distorted}' seems to be shifted by {match.OffsetFrames} frames against its reference, which lowers its score. Try {skip}.");
        }
    }

    private void WriteFrame(FrameScore frame, string distorted)
    {
        if (PerFrame && !Explain)
        {
            WriteObject(FrameRow.Create(frame, distorted));
        }

        if (frame.NonFiniteFeatures is { Count: > 0 } features)
        {
            WriteError(EngineErrorRecord.Create(new VmafException(
                VmafErrorIds.FeatureNotFinite,
                $"'{distorted}', frame {frame.FrameIndex}: {string.Join(", ", features)} is not a finite number.",
                target: distorted)));
        }
    }

    private ClipPairOptions PairOptions()
    {
        RawVideoHints hints = RawHints();
        var decoding = new DecodeOptions
        {
            AppliesRotation = ApplyRotation,
            Ready = new ReadyOptions { Warning = ReadyWarning, Timeout = ReadyTimeout, OnWarning = _warnings.Enqueue },
        };
        return new ClipPairOptions
        {
            ReferenceDecoding = decoding,
            DistortedDecoding = decoding,
            ResizeDistorted = Resize,
            WatchesOffset = true,
            WatchesDifferences = Explain,
            ReferenceHints = hints,
            DistortedHints = hints,
            ReferenceSkippedFrames = ReferenceSkip,
            DistortedSkippedFrames = DistortedSkip,
            MaximumFrames = FrameCount,
            UseCommonBitDepth = CommonBitDepth,
        };
    }

    private RawVideoHints RawHints()
    {
        if (string.IsNullOrEmpty(PixelFormat))
        {
            return new RawVideoHints(Width, Height, Chroma: null, BitDepth);
        }

        RawVideoHints named = RawVideoNaming.Parse(PixelFormat);
        if (named.Chroma is null)
        {
            throw new VmafException(
                VmafErrorIds.FormatUnsupported,
                $"There is no pixel format '{PixelFormat}'.",
                "Give one such as yuv420p, yuv422p10le, yuv444p12le or gray.",
                PixelFormat);
        }

        return new RawVideoHints(Width, Height, named.Chroma, BitDepth ?? named.BitDepth);
    }
}

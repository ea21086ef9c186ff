using Vmaf.Engine.Decoding;
using Vmaf.Engine.Fifo;
using Vmaf.Engine.Fifo.Messages;
using Vmaf.Engine.Fifo.Writer;
using Vmaf.Engine.Video;
using Vmaf.Engine.Video.Luma;

namespace Vmaf.Engine.Assets;

/// <summary>Runs the workfile stage and then the procfile stage of one asset, as far as each is needed.</summary>
internal sealed class AssetStages
{
    private readonly Asset _asset;
    private readonly AssetStreamOptions _options;
    private readonly FifoSession _session;
    private readonly string _yuvType;
    private readonly VideoFormat _format;

    public AssetStages(Asset asset, AssetStreamOptions options, FifoSession session)
    {
        _asset = asset;
        _options = options;
        _session = session;
        _yuvType = WorkfileRules.WorkfileYuvType(asset);
        _format = YuvTypes.Format(_yuvType, asset.QualitySize!.Value);
    }

    /// <summary>Opens the given sides through all stages.</summary>
    public IReadOnlyDictionary<VideoSide, IFrameSource> Open(IReadOnlyList<VideoSide> sides, CancellationToken cancellationToken)
    {
        var current = sides.ToDictionary(side => side, side => new StageResult(_asset.Side(side).Path, null, null));
        if (!_asset.UsesSourcesAsWorkfiles)
        {
            FfmpegTools tools = FfmpegTools.Find(cancellationToken);
            current = Run(FifoStageKind.Workfile, current, (side, _) => Decoding(tools, side, cancellationToken), cancellationToken);
        }

        if (!_asset.UsesWorkfilesAsProcfiles)
        {
            current = Run(FifoStageKind.Procfile, current, Processing, cancellationToken);
        }

        return current.ToDictionary(side => side.Key, side => Source(side.Key, side.Value));
    }

    private Dictionary<VideoSide, StageResult> Run(
        FifoStageKind kind,
        Dictionary<VideoSide, StageResult> sources,
        Func<VideoSide, string, WriterInput> input,
        CancellationToken cancellationToken)
    {
        var inputs = sources.ToDictionary(side => side.Key, side => input(side.Key, side.Value.Path));
        if (!_options.UsesFifos)
        {
            return inputs.ToDictionary(side => side.Key, side => WritePlainFile(kind, side.Key, side.Value, cancellationToken));
        }

        var writers = inputs.ToDictionary(
            side => side.Key,
            side => new WriterOpener(
                _session,
                side.Key,
                _session.TargetPath(FileName(kind, side.Key)),
                _asset.Side(side.Key).Path,
                side.Value,
                feeder: sources[side.Key].Opener));

        // A side that is not read keeps its place in the protocol.
        IStageOpener[] openers = [.. _asset.HasReference && !writers.ContainsKey(VideoSide.Reference)
            ? [new NoOpOpener(VideoSide.Reference, _session.TargetPath(FileName(kind, VideoSide.Reference)))]
            : Array.Empty<IStageOpener>(), .. writers.Values];
        FifoStage stage = FifoStage.Begin(_session, kind, openers, _options.Ready);
        stage.WaitUntilReady(cancellationToken);
        return writers.ToDictionary(side => side.Key, side => new StageResult(side.Value.TargetPath, stage, side.Value));
    }

    private StageResult WritePlainFile(FifoStageKind kind, VideoSide side, WriterInput input, CancellationToken cancellationToken)
    {
        bool isKept = kind == FifoStageKind.Workfile && _options.KeptWorkfileFolder is not null;
        string path = isKept
            ? Path.Combine(_options.KeptWorkfileFolder!, $"{_asset}_{(side == VideoSide.Reference ? "ref" : "dis")}.{_asset.QualitySize}.{_yuvType}.yuv")
            : Path.Combine(_session.Folder, FileName(kind, side));
        PlainWorkfile.Write(path, input, static _ => { }, cancellationToken);
        return new StageResult(path, null, null);
    }

    private DecoderInput Decoding(FfmpegTools tools, VideoSide side, CancellationToken cancellationToken)
    {
        AssetSide video = _asset.Side(side);
        if (!video.IsYuv)
        {
            WarnOfConversion(tools, video.Path, cancellationToken);
        }

        // Players rotate as the container asks; so does the harness's ffmpeg.
        var command = new DecodeCommand(Path.GetFullPath(video.Path), _yuvType)
        {
            InputArguments = SourceFiles.InputArguments(video),
            AppliesRotation = true,
            Frames = video.Frames,
            Filters = video.Filters,
            Size = _asset.QualitySize,
            Resampling = video.Resampling,
        };
        return new DecoderInput(video.Path, tools.Ffmpeg, command.Arguments(tools));
    }

    private void WarnOfConversion(FfmpegTools tools, string path, CancellationToken cancellationToken)
    {
        if (_options.Ready.OnWarning is not { } warn || !File.Exists(path))
        {
            return;
        }

        VideoProbe probe = Ffprobe.Probe(tools, path, cancellationToken);
        if (PlanarPixelFormat.Parse(probe.PixelFormatName)?.DecodedName != _yuvType)
        {
            warn($"'{path}' is {probe.PixelFormatName} and is converted to {_yuvType}. State workfile_yuv_type to measure it otherwise.");
        }

        foreach (string warning in probe.Warnings())
        {
            warn(warning);
        }
    }

    private ProcessedInput Processing(VideoSide side, string workfile) => new(workfile, _format, _asset.Side(side).Callback ?? LumaCallbacks.Identity);

    private IFrameSource Source(VideoSide side, StageResult result) => result is { Stage: { } stage, Opener: { } opener }
        ? new FifoFrameSource(stage, opener, _asset.Side(side).Path, _format)
        : VideoSource.Open(result.Path, new RawVideoHints(_format.Width, _format.Height, _format.Chroma, _format.BitDepth));

    private string FileName(FifoStageKind kind, VideoSide side) => (kind, side) switch
    {
        (FifoStageKind.Workfile, VideoSide.Reference) => "ref_",
        (FifoStageKind.Workfile, _) => "dis_",
        (_, VideoSide.Reference) => "refp_",
        _ => "disp_",
    } + _asset;

    private sealed record StageResult(string Path, FifoStage? Stage, WriterOpener? Opener);
}

using Vmaf.Engine.Errors;
using Vmaf.Engine.Fifo;
using Vmaf.Engine.Video;
using Vmaf.Engine.Video.Luma;

namespace Vmaf.Engine.Assets;

/// <summary>
/// The videos of an asset, opened by the harness's rules: the sources themselves where nothing has to be done to them, else workfiles
/// from a decoder, then procfiles where luma passes through callbacks; FIFOs or plain files. Disposing it removes all of them.
/// </summary>
public sealed class AssetStreams : IDisposable
{
    private readonly FifoSession _session;

    private AssetStreams(FifoSession session, IFrameSource? reference, IFrameSource distorted)
    {
        _session = session;
        Reference = reference;
        Distorted = distorted;
    }

    /// <summary>The reference; <see langword="null"/> where it is not read.</summary>
    public IFrameSource? Reference { get; }

    /// <summary>The distorted video.</summary>
    public IFrameSource Distorted { get; }

    /// <summary>Opens the videos of an asset, and waits until their writers are ready. Sets the asset's two switches.</summary>
    /// <param name="asset">The asset.</param>
    /// <param name="options">How to open them.</param>
    /// <param name="cancellationToken">Ends the wait, and the writing of plain files.</param>
    /// <exception cref="VmafException">The asset contradicts itself, a file is missing, or a writer or decoder fails.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static AssetStreams Open(Asset asset, AssetStreamOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new AssetStreamOptions();
        CheckKeptFolder(options);
        WorkfileRules.Check(asset);
        foreach (VideoSide side in Sides(asset, options))
        {
            SourceFiles.CheckExists(asset.Side(side).Path);
        }

        asset.UsesSourcesAsWorkfiles = !WorkfileRules.NeedsDecoder(asset);
        asset.UsesWorkfilesAsProcfiles = asset.Reference.Callback is null && asset.Distorted.Callback is null;
        FifoSession session = FifoSession.Create(options.TemporaryRoot);
        try
        {
            var stages = new AssetStages(asset, options, session);
            IReadOnlyDictionary<VideoSide, IFrameSource> sources = stages.Open(Sides(asset, options), cancellationToken);
            return new AssetStreams(
                session,
                sources.TryGetValue(VideoSide.Reference, out IFrameSource? reference) ? Changed(reference, options.ReferenceCallback) : null,
                Changed(sources[VideoSide.Distorted], options.DistortedCallback));
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Reference?.Dispose();
        Distorted.Dispose();
        _session.Dispose();
    }

    private static VideoSide[] Sides(Asset asset, AssetStreamOptions options) =>
        asset.HasReference && options.ReadsReference ? [VideoSide.Reference, VideoSide.Distorted] : [VideoSide.Distorted];

    private static IFrameSource Changed(IFrameSource source, Func<double, double>? callback) =>
        callback is null ? source : new LumaProcessedSource(source, callback);

    private static void CheckKeptFolder(AssetStreamOptions options)
    {
        if (options.KeptWorkfileFolder is not null && options.UsesFifos)
        {
            throw new VmafException(
                VmafErrorIds.OptionInvalid, "Workfiles cannot be kept while they are FIFOs.", "Use plain files to keep them.", options.KeptWorkfileFolder);
        }
    }
}

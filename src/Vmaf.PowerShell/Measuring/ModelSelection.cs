using Vmaf.Engine.Models;
using Vmaf.Engine.Pairs;
using Vmaf.Engine.Video;
using Vmaf.PowerShell.Paths;

namespace Vmaf.PowerShell.Measuring;

/// <summary>The models of a call: those that have names, loaded once for all videos, and those that the videos choose. For any thread.</summary>
internal sealed class ModelSelection
{
    private readonly ModelCatalog _catalog = ModelCatalog.FromEnvironment();
    private readonly Action<string> _say;
    private readonly EncodeProperties _encode;
    private readonly VmafModel?[] _named;

    /// <summary>Loads the models that have names.</summary>
    /// <param name="namesOrPaths">What the user asks for.</param>
    /// <param name="paths">The session's paths.</param>
    /// <param name="encode">What models are told of the encode.</param>
    /// <param name="say">Gets a line about each model, by whichever thread asks for it.</param>
    /// <exception cref="Vmaf.Engine.Errors.VmafException">A model is not there or cannot be used.</exception>
    public ModelSelection(IReadOnlyList<string> namesOrPaths, FileSystemPaths paths, EncodeProperties encode, Action<string> say)
    {
        _say = say;
        _encode = encode;
        _named = [.. namesOrPaths.Select((nameOrPath, index) =>
            AutomaticModel.IsAskedFor(nameOrPath) ? null : Load(paths.ResolveFileOrName(nameOrPath), index))];
    }

    /// <summary>The models that have names, loaded.</summary>
    public IReadOnlyList<VmafModel> Loaded => [.. _named.OfType<VmafModel>()];

    /// <summary>The models that have names; <see langword="null"/> for one that the videos choose.</summary>
    public IEnumerable<ModelInfo?> Named => _named.Select(model => model?.Info);

    /// <summary>What tells the models from all others: names, hashes, and what is known of the encode; in the order asked for.</summary>
    public IEnumerable<string> Identities =>
        _named.Select(model => $"{(model is null ? AutomaticIdentity() : $"{model.Name}: {Identity(model.Info)}")}; {_encode.Size} {_encode.BitDepth}");

    /// <summary>The models for a pair of videos, in the order asked for.</summary>
    /// <param name="clips">The videos.</param>
    public IReadOnlyList<VmafModel> For(ClipPair clips) => For(clips.Format, clips.FrameRate);

    /// <summary>The models for videos, in the order asked for.</summary>
    /// <param name="format">Their format.</param>
    /// <param name="frameRate">Their frame rate, where known.</param>
    public IReadOnlyList<VmafModel> For(VideoFormat format, FrameRate? frameRate) =>
        [.. _named.Select((model, index) => model ?? Load(AutomaticModel.Choose(format, frameRate), index))];

    private string AutomaticIdentity() =>
        $"{AutomaticModel.Name}: {string.Join(", ", AutomaticModel.Candidates.Select(name => Identity(_catalog.GetInfo(name))))}";

    private static string Identity(ModelInfo model) => $"{model.Name} {model.Sha256}";

    private VmafModel Load(string nameOrPath, int index)
    {
        ModelInfo info = _catalog.GetInfo(nameOrPath);
        var options = new ModelLoadOptions { FeatureOverloads = _encode.OverloadsFor(info) };
        VmafModel model = _catalog.Load(nameOrPath, index == 0 ? options : options with { Name = info.Name });
        _say($"Model {model.Info.Name} ({model.Info.Origin}), SHA-256 {model.Info.Sha256}.");
        return model;
    }
}

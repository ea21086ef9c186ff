using System.Security.Cryptography;
using Vmaf.Engine.Features;

namespace Vmaf.Engine.Models;

/// <summary>A model file that has been read: what it holds, and where it comes from.</summary>
/// <param name="Info">Where it comes from.</param>
/// <param name="Entries">Its regressions, main one first.</param>
internal sealed record ModelFile(ModelInfo Info, IReadOnlyList<ModelEntry> Entries)
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="origin">Where the path was found.</param>
    /// <exception cref="Errors.VmafException">The file is missing, unreadable, malformed or not supported.</exception>
    public static ModelFile Read(string path, ModelOrigin origin)
    {
        byte[] content = ModelFileReader.ReadBytes(path);
        return Create(Path.GetFileNameWithoutExtension(path), origin, path, content, ModelFileReader.Read(content, path));
    }

    /// <summary>Describes entries that have been read.</summary>
    /// <param name="name">Name of the model.</param>
    /// <param name="origin">Where it was found.</param>
    /// <param name="path">Path of the file, if there is one.</param>
    /// <param name="content">Bytes of the file.</param>
    /// <param name="entries">What was read from them.</param>
    public static ModelFile Create(
        string name,
        ModelOrigin origin,
        string? path,
        ReadOnlySpan<byte> content,
        IReadOnlyList<ModelEntry> entries) =>
        new(
            new ModelInfo
            {
                Name = name,
                Origin = origin,
                Path = path,
                Sha256 = Convert.ToHexStringLower(SHA256.HashData(content)),
                Kind = entries[0].Kind,
                Features = entries[0].Features,
                ScoreRange = entries[0].Range,
                MemberCount = entries.Count - 1,
                HasTransform = entries[0].Transform is not null,
                Description = ModelDescriptions.Describe(name),
            },
            entries);

    /// <summary>Makes a model of the file.</summary>
    /// <param name="options">How to use the model.</param>
    public VmafModel CreateModel(ModelLoadOptions options) => VmafModel.Create(Entries, Info, options, FeatureRegistry.FindByFeature);
}

using Vmaf.Engine.Models;
using Vmaf.Engine.Pairs;
using Vmaf.Engine.Scoring;

namespace Vmaf.Cli;

/// <summary>A model of the command line.</summary>
/// <param name="Source">Its path or its name.</param>
/// <param name="IsPath">Whether <paramref name="Source"/> is a path.</param>
/// <param name="Options">How to use it.</param>
internal sealed record ModelArgument(string Source, bool IsPath, ModelLoadOptions Options)
{
    /// <summary>The model that is used when none is asked for.</summary>
    public static ModelArgument Default { get; } = new(ModelCatalog.DefaultModelName, IsPath: false, new ModelLoadOptions());

    /// <summary>Whether the model is chosen by the videos.</summary>
    public bool IsAutomatic => !IsPath && AutomaticModel.IsAskedFor(Source);

    /// <summary>The model for a pair of videos.</summary>
    public ModelArgument For(ClipPair clips) =>
        IsAutomatic ? this with { Source = AutomaticModel.Choose(clips.Format, clips.FrameRate) } : this;

    /// <summary>Loads it.</summary>
    public VmafModel Load(ModelCatalog catalog) => IsPath ? VmafModel.Load(Source, Options) : catalog.Load(Source, Options);

    /// <summary>Reads parameters divided by colons.</summary>
    /// <exception cref="UsageException">A parameter cannot be understood, or neither path nor version is given.</exception>
    public static ModelArgument Parse(string text)
    {
        string? path = null;
        string? version = null;
        var options = new ModelLoadOptions();
        foreach (string parameter in ColonSyntax.Split(text))
        {
            (string key, string? value) = ColonSyntax.SplitKey(parameter);
            switch (key, value)
            {
                case ("path", { Length: > 0 }):
                    path = value;
                    break;
                case ("version", { Length: > 0 }):
                    version = value;
                    break;
                case ("name", { Length: > 0 }):
                    options = options with { Name = value };
                    break;
                case ("disable_clip", null or "true" or "false"):
                    options = options with { DisableClip = value != "false" };
                    break;
                case ("enable_transform", null or "true" or "false"):
                    options = options with { EnableTransform = value != "false" };
                    break;
                default:
                    options = options with { FeatureOverloads = [.. options.FeatureOverloads, ParseOverload(key, value)] };
                    break;
            }
        }

        return (path, version) switch
        {
            (not null, null) => new ModelArgument(path, IsPath: true, options),
            (null, not null) => new ModelArgument(version, IsPath: false, options),
            _ => throw new UsageException($"Model '{text}' needs either path=FILE or version=NAME."),
        };
    }

    private static FeatureOverload ParseOverload(string key, string? value)
    {
        string[] parts = key.Split('.', 2);
        return parts.Length == 2 && value is not null
            ? new FeatureOverload(parts[0], parts[1], value)
            : throw new UsageException(
                $"Model parameter '{key}' cannot be understood. There are path=, version=, name=, disable_clip, enable_transform and FEATURE.OPTION=VALUE.");
    }
}

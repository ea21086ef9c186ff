namespace Vmaf.Engine.Models;

/// <summary>How a model is to be used.</summary>
public sealed record ModelLoadOptions
{
    /// <summary>The score's name in results and logs.</summary>
    public string Name { get; init; } = "vmaf";

    /// <summary>Whether scores go unlimited, whatever the model file says.</summary>
    public bool DisableClip { get; init; }

    /// <summary>Whether the model's score transform is on even where the file leaves it off; no effect without one.</summary>
    public bool EnableTransform { get; init; }

    /// <summary>Options for the model's features, over those of the file.</summary>
    public IReadOnlyList<FeatureOverload> FeatureOverloads { get; init; } = [];
}

using Vmaf.Engine.Models;

namespace Vmaf.PowerShell.Output;

/// <summary>What <c>Get-VmafModel</c> tells of a model.</summary>
public sealed class ModelDescription
{
    /// <summary>The name that views and scripts know these objects by.</summary>
    public const string TypeName = "Vmaf.ModelInfo";

    internal ModelDescription(ModelInfo model)
    {
        Name = model.Name;
        Origin = model.Origin;
        Kind = model.Kind;
        ScoreRange = model.ScoreRange is { } range
            ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{range.Minimum}-{range.Maximum}")
            : null;
        ViewingCondition = model.Description;
        string[] features = [.. model.Features.Select(feature => feature.Name)];
        Features = new DescribedList<string>(features, string.Join("; ", features));
        MemberCount = model.MemberCount;
        Sha256 = model.Sha256;
        Path = model.Path;
    }

    /// <summary>Name to give to <c>-Model</c>.</summary>
    public string Name { get; }

    /// <summary>Where it was found.</summary>
    public ModelOrigin Origin { get; }

    /// <summary>What the file holds.</summary>
    public ModelKind Kind { get; }

    /// <summary>Least and largest score, or <see langword="null"/> for a model without limits.</summary>
    public string? ScoreRange { get; }

    /// <summary>What it is for: screen, distance, and what sets it apart.</summary>
    public string ViewingCondition { get; }

    /// <summary>The features it takes, by libvmaf's internal names.</summary>
    public DescribedList<string> Features { get; }

    /// <summary>Number of bootstrap members; 0 for a plain model.</summary>
    public int MemberCount { get; }

    /// <summary>SHA-256 of the model file.</summary>
    public string Sha256 { get; }

    /// <summary>Path of its file; <see langword="null"/> for a built-in model.</summary>
    public string? Path { get; }
}

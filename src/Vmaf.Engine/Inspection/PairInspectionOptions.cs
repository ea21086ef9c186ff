using Vmaf.Engine.Models;
using Vmaf.Engine.Pairs;
using Vmaf.Engine.Scoring;

namespace Vmaf.Engine.Inspection;

/// <summary>How a pair is going to be measured.</summary>
public sealed record PairInspectionOptions
{
    /// <summary>How the pair is opened.</summary>
    public ClipPairOptions Pair { get; init; } = new();

    /// <summary>What happens to videos of different length.</summary>
    public LengthPolicy LengthPolicy { get; init; } = LengthPolicy.RequireEqual;

    /// <summary>The models that are asked for; <see langword="null"/> for one that the videos choose (<see cref="AutomaticModel"/>).</summary>
    public IReadOnlyList<ModelInfo?> Models { get; init; } = [];

    /// <summary>Where models that the videos choose are looked up.</summary>
    public ModelCatalog Catalog { get; init; } = ModelCatalog.FromEnvironment();
}

using System.Globalization;
using Vmaf.Engine.Errors;

namespace Vmaf.Engine.Explanation;

/// <summary>How a score is explained; the defaults are those of Netflix's local explainer.</summary>
public sealed record LocalExplainerOptions
{
    /// <summary>The seed that is used when none is given.</summary>
    public const uint DefaultSeed = 0;

    /// <summary>Neighbours drawn around each frame, 1 to 1 million.</summary>
    public int NeighborCount { get; init; } = 5000;

    /// <summary>Standard deviation of the neighbours in each feature, in normalised units, above 0.</summary>
    public double NeighborStandardDeviation { get; init; } = 1;

    /// <summary>How the distance of a neighbour is measured.</summary>
    public DistanceMetric Distance { get; init; }

    /// <summary>w of the weight exp(−d² / (2w²)), in normalised units, above 0.</summary>
    public double KernelWidth { get; init; } = 3;

    /// <summary>Penalty on the squared weights, not negative.</summary>
    public double RidgeAlpha { get; init; } = 1;

    /// <summary>Seed of the neighbours: one stream runs through all frames, in order.</summary>
    public uint Seed { get; init; } = DefaultSeed;

    /// <summary>Most threads to use, at least 1. The result does not depend on it.</summary>
    public int MaximumThreadCount { get; init; } = Environment.ProcessorCount;

    /// <summary>Which member of a bootstrap model is explained; <see langword="null"/> for the main model.</summary>
    public int? MemberIndex { get; init; }

    /// <summary>Whether all members of a bootstrap model are explained too, for the spread of each weight.</summary>
    public bool IncludesMemberSpread { get; init; }

    /// <summary>Throws where a value is out of range.</summary>
    /// <exception cref="VmafException"><see cref="VmafErrorIds.OptionInvalid"/>.</exception>
    internal void Check()
    {
        const int LargestNeighborCount = 1_000_000;
        bool hasNeighbors = NeighborCount is >= 1 and <= LargestNeighborCount;
        Require(hasNeighbors, nameof(NeighborCount), NeighborCount, "a whole number from 1 to 1000000");
        Require(IsPositive(NeighborStandardDeviation), nameof(NeighborStandardDeviation), NeighborStandardDeviation, "a number above 0");
        Require(Enum.IsDefined(Distance), nameof(Distance), (int)Distance, "one of the metrics there are");
        Require(IsPositive(KernelWidth), nameof(KernelWidth), KernelWidth, "a number above 0");
        Require(RidgeAlpha >= 0 && double.IsFinite(RidgeAlpha), nameof(RidgeAlpha), RidgeAlpha, "0 or a number above");
        Require(MaximumThreadCount >= 1, nameof(MaximumThreadCount), MaximumThreadCount, "a whole number of at least 1");
    }

    private static bool IsPositive(double value) => value > 0 && double.IsFinite(value);

    private static void Require(bool holds, string name, double value, string expected)
    {
        if (!holds)
        {
            throw new VmafException(
                VmafErrorIds.OptionInvalid,
                string.Create(CultureInfo.InvariantCulture, $"The option {name} of an explanation cannot be {value}."),
                $"Give {expected}.",
                name);
        }
    }
}

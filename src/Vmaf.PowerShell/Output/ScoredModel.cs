using Vmaf.Engine.Scoring;

namespace Vmaf.PowerShell.Output;

/// <summary>A model of a result: its score, pooled, and which file it is. Flat, so that JSON and CLIXML hold all of it by default.</summary>
public sealed class ScoredModel : PooledMetric
{
    internal ScoredModel(ModelResult result)
        : base(result.Name, result.Pooled)
    {
        Result = result;
        ModelName = result.Model.Name;
        Description = result.Model.Description;
        Origin = result.Model.Origin.ToString();
        Path = result.Model.Path;
        Sha256 = result.Model.Sha256;
        MemberCount = result.Bootstrap?.MemberCount ?? 0;
        BaggingMean = result.Bootstrap?.Bagging.Mean;
        BootstrapDeviation = result.Bootstrap?.StandardDeviation.Mean;
        ConfidenceLow = result.Bootstrap?.ConfidenceLow.Mean;
        ConfidenceHigh = result.Bootstrap?.ConfidenceHigh.Mean;
    }

    /// <summary>Name of the model, where <see cref="PooledMetric.Name"/> is that of its score in logs.</summary>
    public string ModelName { get; }

    /// <summary>What it measures and under which viewing condition; empty where that is not known.</summary>
    public string Description { get; }

    /// <summary>Where it was found.</summary>
    public string Origin { get; }

    /// <summary>Path of its file; <see langword="null"/> for a built-in model.</summary>
    public string? Path { get; }

    /// <summary>SHA-256 of its file, as lower-case hexadecimal digits.</summary>
    public string Sha256 { get; }

    /// <summary>Number of members of a bootstrap model; 0 for other models.</summary>
    public int MemberCount { get; }

    /// <summary>Mean of the members' scores; <see langword="null"/> for a single model, as are the other figures about members.</summary>
    public double? BaggingMean { get; }

    /// <summary>Standard deviation over the members, mean of all frames.</summary>
    public double? BootstrapDeviation { get; }

    /// <summary>Lower end of the 95 % interval, mean of all frames.</summary>
    public double? ConfidenceLow { get; }

    /// <summary>Upper end of the 95 % interval, mean of all frames.</summary>
    public double? ConfidenceHigh { get; }

    /// <summary>What the engine said.</summary>
    internal ModelResult Result { get; }
}

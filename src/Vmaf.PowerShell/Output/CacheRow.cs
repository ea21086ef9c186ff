using Vmaf.Engine.Caching;

namespace Vmaf.PowerShell.Output;

/// <summary>What <c>Get-VmafCache</c> tells of a saved result.</summary>
public sealed class CacheRow
{
    /// <summary>The name that views and scripts know these objects by.</summary>
    public const string TypeName = "Vmaf.CacheEntry";

    internal CacheRow(string folder, CacheEntry entry)
    {
        Distorted = entry.Distorted;
        Reference = entry.Reference;
        Model = string.Join("; ", entry.Models);
        Vmaf = entry.Score;
        Metrics = new DescribedList<CachedMetric>(
            [.. entry.Summary.Select(metric => new CachedMetric(metric.Key, metric.Value))],
            string.Join("; ", entry.Summary.Select(metric => metric.Key)));
        FrameCount = entry.FrameCount;
        Saved = entry.Saved;
        LengthInBytes = entry.LengthInBytes;
        Key = entry.Key;
        CachePath = folder;
    }

    /// <summary>Path that the distorted video had when it was measured.</summary>
    public string Distorted { get; }

    /// <summary>Path that the reference had then.</summary>
    public string Reference { get; }

    /// <summary>Names of the models.</summary>
    public string Model { get; }

    /// <summary>Mean score of the first model.</summary>
    public double? Vmaf { get; }

    /// <summary>Means of the metrics without a model that were asked for by name; where there is no score at all, of the features.</summary>
    public DescribedList<CachedMetric> Metrics { get; }

    /// <summary>Number of frames that were scored.</summary>
    public int FrameCount { get; }

    /// <summary>When it was saved.</summary>
    public DateTime Saved { get; }

    /// <summary>Length of its file in bytes.</summary>
    public long LengthInBytes { get; }

    /// <summary>What it is found by: a hash of both videos and of what was asked.</summary>
    public string Key { get; }

    /// <summary>The folder that it is in.</summary>
    public string CachePath { get; }
}

using System.Globalization;

namespace Vmaf.Engine.Scoring;

/// <summary>A feature that is NaN or infinite in frames of a run.</summary>
public sealed record NonFiniteFeature
{
    /// <summary>The most frames that are named.</summary>
    private const int MostNamedFrames = 5;

    /// <summary>Name of the feature, as in logs.</summary>
    public required string Name { get; init; }

    /// <summary>In how many frames it is not finite.</summary>
    public required int Count { get; init; }

    /// <summary>Number of frames that were scored.</summary>
    public required int FrameCount { get; init; }

    /// <summary>The first of the frames, in order.</summary>
    public required IReadOnlyList<int> FirstFrames { get; init; }

    /// <summary>Finds such features.</summary>
    /// <param name="names">The metrics of the run.</param>
    /// <param name="frames">Its frames, in order.</param>
    public static IReadOnlyList<NonFiniteFeature> Find(MetricNames names, IReadOnlyList<FrameScore> frames)
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(frames);
        var found = new List<NonFiniteFeature>();
        for (int metric = 0; metric < names.Features.Count; metric++)
        {
            int[] odd = [.. frames.Where(frame => IsNonFinite(frame.RawValues[metric])).Select(frame => frame.FrameIndex)];
            if (odd.Length > 0)
            {
                found.Add(new NonFiniteFeature
                {
                    Name = names.Features[metric],
                    Count = odd.Length,
                    FrameCount = frames.Count,
                    FirstFrames = odd[..Math.Min(odd.Length, MostNamedFrames)],
                });
            }
        }

        return found;
    }

    /// <summary>A sentence about it.</summary>
    public override string ToString()
    {
        string more = Count > FirstFrames.Count ? ", …" : string.Empty;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Feature '{Name}' is no finite number in {Count} of {FrameCount} frames: {string.Join(", ", FirstFrames)}{more}.");
    }

    private static bool IsNonFinite(double value) => !double.IsFinite(value) && !MetricDictionary.IsMissing(value);
}

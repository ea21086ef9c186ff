using System.Globalization;
using Vmaf.Engine.Decoding;
using Vmaf.Engine.Pairs;

namespace Vmaf.Engine.Reports.Html;

/// <summary>What was done to videos before they were compared.</summary>
internal static class OpeningFacts
{
    /// <summary>The facts, those without a value to be left out.</summary>
    /// <param name="options">How the videos were opened; <see langword="null"/> where nothing says.</param>
    public static IEnumerable<(string Name, string? Value)> Of(ClipPairOptions? options)
    {
        if (options is null)
        {
            yield break;
        }

        yield return ("Skipped frames", Both(Count(options.ReferenceSkippedFrames), Count(options.DistortedSkippedFrames)));
        yield return ("Start", Both(Time(options.ReferenceStart), Time(options.DistortedStart)));
        yield return ("Longest time compared", Time(options.Duration));
        yield return ("Most frames compared", options.MaximumFrames is { } most ? PageNumber.Count(most) : null);
        yield return ("Compared at", options.DistortedDecoding?.Size is { } size
            ? string.Create(CultureInfo.InvariantCulture, $"{size.Width} × {size.Height}, {options.DistortedDecoding.Resampling.ToString().ToLowerInvariant()}")
            : null);
        yield return ("Distorted video of another size", options.ResizeDistorted is { } kernel ? $"scaled to the reference's, {kernel.ToString().ToLowerInvariant()}" : null);
        yield return ("Filters", Both(Filters(options.ReferenceDecoding), Filters(options.DistortedDecoding)));
        yield return ("Rotation of containers", options.DistortedDecoding?.AppliesRotation == true ? "applied" : null);
        yield return ("Callback on luma", Both(options.ReferenceProcess is null ? null : "yes", options.DistortedProcess is null ? null : "yes"));
        yield return ("Bit depths", options.UseCommonBitDepth ? "compared at the deeper one's" : null);
    }

    private static string? Both(string? reference, string? distorted) => (reference, distorted) switch
    {
        (null, null) => null,
        _ when reference == distorted => reference,
        (null, _) => $"distorted video: {distorted}",
        (_, null) => $"reference: {reference}",
        _ => $"reference: {reference}; distorted video: {distorted}",
    };

    private static string? Count(long frames) => frames == 0 ? null : PageNumber.Count(frames);

    private static string? Time(TimeSpan? time) =>
        time is { } value && value > TimeSpan.Zero ? string.Create(CultureInfo.InvariantCulture, $"{value.TotalSeconds:0.###} s") : null;

    private static string? Filters(DecodeOptions? options) =>
        options is { Filters.Count: > 0 }
            ? string.Join(", ", options.Filters.OrderBy(filter => filter.Key).Select(filter => $"{VideoFilters.Names[filter.Key]}={filter.Value}"))
            : null;
}

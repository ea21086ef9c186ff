using Vmaf.Engine.Decoding;
using Vmaf.Engine.Errors;

namespace Vmaf.Engine.Pairs;

/// <summary>What is asked of the reference, which a video without one cannot give.</summary>
internal static class ReferenceRequests
{
    /// <summary>Checks that nothing is asked of a reference that is not there.</summary>
    /// <param name="options">How a video without a reference is to be opened.</param>
    /// <param name="path">Path of the video.</param>
    /// <exception cref="VmafException"><see cref="VmafErrorIds.OptionInvalid"/>: something is.</exception>
    public static void RequireNone(ClipPairOptions options, string path)
    {
        string[] requests = [.. Find(options)];
        if (requests.Length > 0)
        {
            throw new VmafException(
                VmafErrorIds.OptionInvalid,
                $"'{path}' is measured without a reference, and this is asked of the reference: {string.Join(", ", requests)}.",
                "Name the reference. Or leave this out; to filter, cut or scale the video that is measured, ask it of the distorted video, or for a stated size.",
                path);
        }
    }

    private static IEnumerable<string> Find(ClipPairOptions options)
    {
        if (options.ReferenceSkippedFrames != 0)
        {
            yield return "frames to pass over";
        }

        if (options.ReferenceStart is not null)
        {
            yield return "a time to start at";
        }

        if (options.ReferenceProcess is not null)
        {
            yield return "a callback";
        }

        if (OwnFilters(options) is { Length: > 0 } filters)
        {
            yield return filters.Length == 1 ? $"the filter {filters[0]}" : $"the filters {string.Join(" and ", filters)}";
        }

        // With a stated size, the kernel is for both videos.
        if (options is { ResizeDistorted: not null, DistortedDecoding: null or { Size: null } })
        {
            yield return "its size, to scale to";
        }
    }

    /// <summary>Filters of both videos are asked of the distorted one too.</summary>
    private static string[] OwnFilters(ClipPairOptions options)
    {
        IReadOnlyDictionary<VideoFilter, string>? distorted = options.DistortedDecoding?.Filters;
        return
        [
            .. (options.ReferenceDecoding?.Filters ?? new Dictionary<VideoFilter, string>())
                .Where(filter => distorted is null || !distorted.TryGetValue(filter.Key, out string? arguments) || arguments != filter.Value)
                .Select(filter => VideoFilters.Names[filter.Key])
                .Order(StringComparer.Ordinal),
        ];
    }
}

using System.Collections.ObjectModel;
using Vmaf.Engine.Errors;

namespace Vmaf.Engine.Decoding;

/// <summary>The filters' names in ffmpeg and their order.</summary>
public static class VideoFilters
{
    /// <summary>All filters with their names, in the order in which they are applied; scaling comes after the pad filter.</summary>
    public static ReadOnlyDictionary<VideoFilter, string> Names { get; } = new(new OrderedDictionary<VideoFilter, string>
    {
        [VideoFilter.Crop] = "crop",
        [VideoFilter.Pad] = "pad",
        [VideoFilter.GaussianBlur] = "gblur",
        [VideoFilter.Equalizer] = "eq",
        [VideoFilter.SampleTable] = "lutyuv",
        [VideoFilter.Deinterlace] = "yadif",
        [VideoFilter.PixelFormat] = "format",
        [VideoFilter.FrameRate] = "fps",
        [VideoFilter.Select] = "select",
    });

    /// <summary>Finds a filter by its name in ffmpeg.</summary>
    /// <param name="name">The name, in any case.</param>
    /// <exception cref="VmafException">There is none of that name (<see cref="VmafErrorIds.OptionUnknown"/>).</exception>
    public static VideoFilter Find(string name)
    {
        foreach ((VideoFilter filter, string known) in Names)
        {
            if (known.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return filter;
            }
        }

        throw new VmafException(
            VmafErrorIds.OptionUnknown, $"There is no filter '{name}' here.", $"The filters are {string.Join(", ", Names.Values)}.", name);
    }

    /// <summary>Whether a filter is applied before scaling.</summary>
    public static bool IsBeforeScaling(VideoFilter filter) => filter is VideoFilter.Crop or VideoFilter.Pad;
}

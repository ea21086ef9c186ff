using System.Collections;
using System.Globalization;
using System.Management.Automation;
using Vmaf.Engine.Decoding;
using Vmaf.Engine.Errors;

namespace Vmaf.PowerShell.Pairs;

/// <summary>Reads hashtables from a filter's name to its arguments.</summary>
internal static class FilterArguments
{
    /// <summary>The filters of one side: its own, and those of both sides that it has none of its own for.</summary>
    /// <param name="common">The filters of both sides.</param>
    /// <param name="own">The side's own; <see langword="null"/> as arguments takes a common filter off.</param>
    /// <exception cref="VmafException">A filter is not known.</exception>
    public static IReadOnlyDictionary<VideoFilter, string> Read(FilterTable? common, FilterTable? own)
    {
        var filters = new Dictionary<VideoFilter, string>();
        foreach (DictionaryEntry entry in Entries(common).Concat(Entries(own)))
        {
            VideoFilter filter = VideoFilters.Find(Text(entry.Key));
            if (entry.Value is null)
            {
                filters.Remove(filter);
            }
            else
            {
                filters[filter] = Arguments(entry.Value);
            }
        }

        return filters;
    }

    private static IEnumerable<DictionaryEntry> Entries(FilterTable? filters) => filters?.Entries.Cast<DictionaryEntry>() ?? [];

    /// <summary>Several arguments are joined as ffmpeg has them.</summary>
    private static string Arguments(object value) => Unwrap(value) is IEnumerable parts and not string
        ? string.Join(':', parts.Cast<object?>().Select(Text))
        : Text(value);

    private static string Text(object? value) => Convert.ToString(Unwrap(value), CultureInfo.InvariantCulture) ?? string.Empty;

    private static object? Unwrap(object? value) => value is PSObject wrapper ? wrapper.BaseObject : value;
}

using System.Collections;

namespace Vmaf.PowerShell.Pairs;

/// <summary>
/// Filters of ffmpeg with their arguments. Hashtables become one (<see cref="FilterTableTransformationAttribute"/>), so that PowerShell
/// completes their keys by the properties here.
/// </summary>
public sealed class FilterTable
{
    /// <summary>Creates an empty table.</summary>
    public FilterTable()
        : this(new Hashtable(StringComparer.OrdinalIgnoreCase))
    {
    }

    internal FilterTable(IDictionary entries) => Entries = entries;

    /// <summary>Cuts a part out: width, height, x, y.</summary>
    public object? Crop { get => Entries["crop"]; set => Entries["crop"] = value; }

    /// <summary>Adds a border: width, height, x, y.</summary>
    public object? Pad { get => Entries["pad"]; set => Entries["pad"] = value; }

    /// <summary>Gaussian blur.</summary>
    public object? Gblur { get => Entries["gblur"]; set => Entries["gblur"] = value; }

    /// <summary>Brightness, contrast, saturation, gamma.</summary>
    public object? Eq { get => Entries["eq"]; set => Entries["eq"] = value; }

    /// <summary>A function of each sample.</summary>
    public object? Lutyuv { get => Entries["lutyuv"]; set => Entries["lutyuv"] = value; }

    /// <summary>Deinterlaces.</summary>
    public object? Yadif { get => Entries["yadif"]; set => Entries["yadif"] = value; }

    /// <summary>Passes frames through a pixel format.</summary>
    public object? Format { get => Entries["format"]; set => Entries["format"] = value; }

    /// <summary>Drops or repeats frames to a constant rate.</summary>
    public object? Fps { get => Entries["fps"]; set => Entries["fps"] = value; }

    /// <summary>Chooses frames by an expression.</summary>
    public object? Select { get => Entries["select"]; set => Entries["select"] = value; }

    /// <summary>Arguments by names of filters, which nobody has checked.</summary>
    internal IDictionary Entries { get; }
}

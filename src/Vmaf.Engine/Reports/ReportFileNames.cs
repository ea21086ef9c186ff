using Vmaf.Engine.Errors;

namespace Vmaf.Engine.Reports;

/// <summary>How files of each report format are named.</summary>
public static class ReportFileNames
{
    private static readonly (ReportFormat Format, string Extension)[] Extensions =
    [
        (ReportFormat.Json, ".json"),
        (ReportFormat.Xml, ".xml"),
        (ReportFormat.Csv, ".csv"),
        (ReportFormat.Subtitle, ".sub"),
        (ReportFormat.Html, ".html"),
        (ReportFormat.Svg, ".svg"),
    ];

    /// <summary>The extension of a format, with its dot.</summary>
    /// <param name="format">The format.</param>
    public static string ExtensionOf(ReportFormat format) => Extensions.First(pair => pair.Format == format).Extension;

    /// <summary>The format that a file's name ends for.</summary>
    /// <param name="path">Path of the file.</param>
    /// <exception cref="VmafException"><see cref="VmafErrorIds.OptionInvalid"/>: the name ends like none of them.</exception>
    public static ReportFormat FormatOf(string path)
    {
        string extension = Path.GetExtension(path);
        foreach ((ReportFormat format, string known) in Extensions)
        {
            if (extension.Equals(known, StringComparison.OrdinalIgnoreCase))
            {
                return format;
            }
        }

        throw new VmafException(
            VmafErrorIds.OptionInvalid,
            $"The name of '{path}' does not say which format is wanted.",
            $"Let it end in {string.Join(", ", Extensions.Select(pair => pair.Extension))}, or name the format.",
            path);
    }
}

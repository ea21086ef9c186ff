using System.Management.Automation;
using Vmaf.PowerShell.Output;

namespace Vmaf.PowerShell.Presenting;

/// <summary>Names that tell results apart, as short as can be.</summary>
internal static class ResultNames
{
    private const string Unnamed = "VMAF";

    /// <summary>A name for each result: its file's, with the folder or the model where that is needed, else with a number.</summary>
    /// <param name="rows">The results.</param>
    public static IReadOnlyList<string> Of(IReadOnlyList<PSObject> rows)
    {
        string[] paths = [.. rows.Select(row => QualityRow.FindName(row) ?? Unnamed)];
        string[] files = [.. paths.Select(Path.GetFileName).Select(name => string.IsNullOrEmpty(name) ? Unnamed : name)];
        string[] withFolders = [.. paths.Select((path, index) => Path.Join(Path.GetFileName(Path.GetDirectoryName(path)), files[index]))];
        string[] withModels = [.. files.Select((file, index) => $"{file} ({QualityRow.FindModel(rows[index])?.Name ?? "?"})")];
        foreach (string[] names in (string[][])[files, withFolders, withModels])
        {
            if (names.Distinct(StringComparer.Ordinal).Count() == names.Length)
            {
                return names;
            }
        }

        return [.. files.Select((file, index) => $"{index + 1}: {file}")];
    }
}

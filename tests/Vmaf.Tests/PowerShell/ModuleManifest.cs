using System.Text.RegularExpressions;
using Vmaf.Tests.Infrastructure;

namespace Vmaf.Tests.PowerShell;

/// <summary>Reads values of Vmaf.psd1, which holds nothing but quoted texts and lists of them.</summary>
internal static class ModuleManifest
{
    private static readonly string Content = File.ReadAllText(Path.Combine(Repository.ModuleFolder, "Vmaf.psd1"));

    /// <summary>A text, for example <c>ModuleVersion</c>.</summary>
    public static string Text(string key) => Regex.Match(Content, $@"(?m)^\s*{key}\s*=\s*'([^']*)'").Groups[1].Value;

    /// <summary>A list, for example <c>CmdletsToExport</c>.</summary>
    public static IReadOnlyList<string> List(string key)
    {
        Match list = Regex.Match(Content, $@"(?m)^\s*{key}\s*=\s*@\(([^)]*)\)");
        return list.Success
            ? [.. Regex.Matches(list.Groups[1].Value, "'([^']*)'").Select(match => match.Groups[1].Value)]
            : throw new InvalidDataException($"Vmaf.psd1 has no list '{key}'.");
    }
}

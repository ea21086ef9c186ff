using System.Collections.ObjectModel;
using System.Management.Automation;
using Vmaf.Engine.Errors;
using Vmaf.PowerShell.Selection;

namespace Vmaf.PowerShell.Paths;

/// <summary>
/// Turns what a user types into paths of the file system: relative to PowerShell's own location, through its drives, and with
/// wildcards. A name that exists as it stands is taken as it stands, so that <c>clip[1].y4m</c> needs no escaping.
/// </summary>
/// <param name="paths">Path services of the session.</param>
internal sealed class FileSystemPaths(PathIntrinsics paths)
{
    private const string FileSystem = "FileSystem";

    /// <summary>All files that a path stands for, at least one.</summary>
    /// <param name="path">A path, with or without wildcards.</param>
    /// <exception cref="VmafException">There is no such file, or the path is not one of the file system.</exception>
    public IReadOnlyList<string> ResolveMany(string path)
    {
        string literal = ResolveNew(path);
        if (File.Exists(literal) || !WildcardPattern.ContainsWildcardCharacters(path))
        {
            return [literal];
        }

        Collection<string> matches;
        try
        {
            matches = paths.GetResolvedProviderPathFromPSPath(path, out _);
        }
        catch (ItemNotFoundException exception)
        {
            throw NotFound(path, exception);
        }
        catch (WildcardPatternException exception)
        {
            throw NamePattern.Malformed(path, exception);
        }

        string[] files = [.. matches.Where(File.Exists)];
        return files.Length > 0 ? files : throw NotFound(path);
    }

    /// <summary>The one file that a path stands for.</summary>
    /// <param name="path">A path, with or without wildcards.</param>
    /// <exception cref="VmafException">There is no such file or more than one, or the path is not one of the file system.</exception>
    public string ResolveOne(string path)
    {
        IReadOnlyList<string> files = ResolveMany(path);
        return files.Count == 1
            ? files[0]
            : throw new VmafException(
                VmafErrorIds.FileNotFound, $"'{path}' stands for {files.Count} files.", "Give a path that stands for one file.", path);
    }

    /// <summary>The file that a path stands for, whether it exists or not; wildcard characters mean themselves.</summary>
    /// <param name="path">A path.</param>
    /// <exception cref="VmafException">The path is not one of the file system.</exception>
    public string ResolveNew(string path)
    {
        if (path.Contains('\0', StringComparison.Ordinal))
        {
            throw new VmafException(
                VmafErrorIds.FileNotFound, $"'{path.Replace('\0', '?')}' has a null character, which no path has.", "Check the path.", path);
        }

        ProviderInfo provider;
        string resolved;
        try
        {
            resolved = paths.GetUnresolvedProviderPathFromPSPath(path, out provider, out _);
        }
        catch (Exception exception) when (exception is System.Management.Automation.DriveNotFoundException or ProviderNotFoundException or NotSupportedException)
        {
            throw NotFound(path, exception);
        }

        return provider.Name == FileSystem
            ? resolved
            : throw new VmafException(
                VmafErrorIds.FileNotFound,
                $"'{path}' is a path of the provider {provider.Name}, not of the file system.",
                "Give the path of a file.",
                path);
    }

    /// <summary>The path of a file if there is one of that name, else the text as it is: the name of something that is no file.</summary>
    /// <param name="pathOrName">A path or a name.</param>
    /// <exception cref="VmafException">The path is not one of the file system.</exception>
    public string ResolveFileOrName(string pathOrName)
    {
        string path = ResolveNew(pathOrName);
        return File.Exists(path) ? path : pathOrName;
    }

    private static VmafException NotFound(string path, Exception? cause = null) =>
        new(VmafErrorIds.FileNotFound, $"There is no file '{path}'.", "Check the path.", path, cause);
}

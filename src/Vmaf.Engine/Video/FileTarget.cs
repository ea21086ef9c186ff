namespace Vmaf.Engine.Video;

/// <summary>
/// Files as those find them who open them: where a path is a symbolic link, the last one that it leads to. Length and time of change
/// of <see cref="FileInfo"/> are those of the link itself.
/// </summary>
public static class FileTarget
{
    /// <summary>The file itself, or what a link to it leads to in the end.</summary>
    /// <param name="path">Path of a file, whether it exists or not.</param>
    /// <returns>The link itself where it leads back to itself, or to where this user may not look.</returns>
    public static FileInfo Find(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var file = new FileInfo(path);
        try
        {
            return file.LinkTarget is not null && file.ResolveLinkTarget(returnFinalTarget: true) is FileInfo target ? target : file;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return file;
        }
    }

    /// <summary>Whether there is a file with content. Pipes and devices have no length.</summary>
    /// <param name="path">Path of the file, or of anything else.</param>
    public static bool HasContent(string path) => Find(path) is { Exists: true, Length: > 0 };
}

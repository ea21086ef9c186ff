namespace Vmaf.Engine.Processes;

/// <summary>Finds programs on the PATH, as a shell does.</summary>
internal static class ExecutableSearch
{
    /// <summary>The full path of a program, or <see langword="null"/>.</summary>
    /// <param name="name">Its name without folder and extension.</param>
    public static string? Find(string name)
    {
        string file = OperatingSystem.IsWindows() ? name + ".exe" : name;
        string path = Environment.GetEnvironmentVariable("PATH") ?? string.Empty;
        return path.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder.Trim('"'), file))
            .FirstOrDefault(IsExecutable);
    }

    /// <summary>Whether a path is a file that the current user may be able to run.</summary>
    public static bool IsExecutable(string path)
    {
        const UnixFileMode AnyExecute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        return File.Exists(path) && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & AnyExecute) != 0);
    }
}

namespace Vmaf.Engine.Fifo;

/// <summary>Finds and removes what killed processes left behind: temporary folders with their FIFOs, and semaphores.</summary>
internal static class StaleSessions
{
    private const string LinuxSemaphoreFolder = "/dev/shm";
    private const string LinuxSemaphorePrefix = "sem.";

    /// <summary>Removes every session whose owner is certainly dead. What cannot be removed (another user's) is left alone.</summary>
    /// <param name="temporaryRoot">The folder that sessions are made in.</param>
    /// <returns>The names of the sessions that were found dead.</returns>
    public static IReadOnlyCollection<string> Remove(string temporaryRoot)
    {
        var dead = new HashSet<string>();
        foreach (string folder in Entries(temporaryRoot, SessionName.Prefix))
        {
            string text = Path.GetFileName(folder);
            if (SessionName.TryParse(text, out SessionName? name) && name.Value.Owner.IsGone)
            {
                dead.Add(text);
                Remove(name.Value, folder);
            }
        }

        if (OperatingSystem.IsLinux())
        {
            foreach (string file in Entries(LinuxSemaphoreFolder, LinuxSemaphorePrefix + SessionName.Prefix))
            {
                string text = Path.GetFileName(file)[LinuxSemaphorePrefix.Length..^1];
                if (SessionName.TryParse(text, out SessionName? name) && name.Value.Owner.IsGone)
                {
                    dead.Add(text);
                    UnlinkSemaphores(name.Value);
                }
            }
        }

        return dead;
    }

    /// <summary>Removes the semaphores and the folder of a session, whoever made it.</summary>
    /// <param name="name">The session.</param>
    /// <param name="folder">Its temporary folder.</param>
    public static void Remove(SessionName name, string folder)
    {
        UnlinkSemaphores(name);
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Gone already, or another user's: nothing to do here.
        }
    }

    private static void UnlinkSemaphores(SessionName name)
    {
        NamedSemaphore.Unlink(name.SemaphoreName(FifoStageKind.Workfile));
        NamedSemaphore.Unlink(name.SemaphoreName(FifoStageKind.Procfile));
    }

    private static string[] Entries(string folder, string prefix)
    {
        try
        {
            return Directory.GetFileSystemEntries(folder, prefix + "*");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}

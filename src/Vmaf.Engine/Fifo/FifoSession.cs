using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Fifo.Posix;

namespace Vmaf.Engine.Fifo;

/// <summary>
/// The private surroundings of one run's FIFO writers: a temporary folder that only the current user can enter, and the names of its
/// semaphores. Disposing it, or the end of the process, removes all of them; what a killed process leaves is removed by its
/// writers, and at the latest by the next process that makes a session.
/// </summary>
public sealed class FifoSession : IDisposable
{
    private const uint OwnerOnly = 0x1C0; // 0700
    private const int Attempts = 16;

    private static readonly ConcurrentDictionary<FifoSession, bool> Live = [];
    private static readonly ConcurrentDictionary<string, bool> SweptRoots = [];

    private readonly ConcurrentBag<IDisposable> _owned = [];
    private int _disposed;

    static FifoSession() => AppDomain.CurrentDomain.ProcessExit += (_, _) => DisposeAll();

    private FifoSession(SessionName name, string folder)
    {
        SessionName = name;
        Folder = folder;
    }

    /// <summary>The temporary folder.</summary>
    public string Folder { get; }

    /// <summary>The session's name, which is also its folder's.</summary>
    public string Name => SessionName.ToString();

    internal SessionName SessionName { get; }

    /// <summary>Makes a session with a new folder.</summary>
    /// <param name="temporaryRoot">Where to make the folder; <see langword="null"/> for the system's temporary folder.</param>
    /// <exception cref="VmafException">The folder cannot be made (<see cref="VmafErrorIds.TemporaryFolderUnusable"/>).</exception>
    public static FifoSession Create(string? temporaryRoot = null)
    {
        string root = Path.GetFullPath(temporaryRoot ?? Path.GetTempPath());
        if (SweptRoots.TryAdd(root, true))
        {
            StaleSessions.Remove(root);
        }

        for (int attempt = 1; ; attempt++)
        {
            SessionName name = SessionName.New();
            string folder = Path.Combine(root, name.ToString());
            if (TryMakeFolder(folder, attempt == Attempts))
            {
                var session = new FifoSession(name, folder);
                Live.TryAdd(session, true);
                return session;
            }
        }
    }

    /// <summary>Makes the folder that sessions are to be made in, if it is not there.</summary>
    /// <param name="temporaryRoot">The folder.</param>
    /// <exception cref="VmafException">It cannot be made (<see cref="VmafErrorIds.TemporaryFolderUnusable"/>).</exception>
    public static void PrepareRoot(string temporaryRoot)
    {
        try
        {
            Directory.CreateDirectory(temporaryRoot);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new VmafException(
                VmafErrorIds.TemporaryFolderUnusable,
                $"The work folder '{temporaryRoot}' could not be made: {cause.Message}",
                "Name a folder that is writable and has space.",
                temporaryRoot,
                cause);
        }
    }

    /// <summary>Makes the semaphore of a stage.</summary>
    /// <param name="stage">The stage.</param>
    public INamedSemaphore CreateSemaphore(FifoStageKind stage) => NamedSemaphore.Create(SessionName.SemaphoreName(stage));

    /// <summary>Path of a FIFO in the session's folder; on Windows the name of a pipe.</summary>
    /// <param name="fileName">Name of the FIFO within the session.</param>
    public string TargetPath(string fileName) => OperatingSystem.IsWindows() ? $"{Name}-{fileName}" : Path.Combine(Folder, fileName);

    /// <summary>Hands something over that is to be disposed of with the session.</summary>
    /// <param name="resource">A writer process or a reader.</param>
    public void Own(IDisposable resource) => _owned.Add(resource);

    /// <summary>Ends the writers that the session owns and removes its folder and semaphores.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        Live.TryRemove(this, out _);
        while (_owned.TryTake(out IDisposable? resource))
        {
            resource.Dispose();
        }

        StaleSessions.Remove(SessionName, Folder);
    }

    private static void DisposeAll()
    {
        foreach (FifoSession session in Live.Keys)
        {
            session.Dispose();
        }
    }

    /// <summary>Makes a folder that must not exist yet, closed to others from its first moment.</summary>
    /// <returns><see langword="false"/> if the name is taken.</returns>
    private static bool TryMakeFolder(string folder, bool lastAttempt)
    {
        if (OperatingSystem.IsWindows())
        {
            return TryMakeWindowsFolder(folder);
        }

        if (PosixFunctions.MakeDirectory(folder, OwnerOnly) == 0)
        {
            return true;
        }

        int error = Marshal.GetLastPInvokeError();
        if (error == PosixError.Exists && !lastAttempt)
        {
            return false;
        }

        throw Unusable(folder, PosixError.Text(error), null);
    }

    private static bool TryMakeWindowsFolder(string folder)
    {
        try
        {
            // The temporary folder of Windows is the user's own already.
            bool isNew = !Directory.Exists(folder);
            Directory.CreateDirectory(folder);
            return isNew;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Unusable(folder, error.Message, error);
        }
    }

    private static VmafException Unusable(string folder, string reason, Exception? cause) => new(
        VmafErrorIds.TemporaryFolderUnusable,
        $"The temporary folder '{folder}' could not be made: {reason}.",
        $"Set the environment variable {(OperatingSystem.IsWindows() ? "TEMP" : "TMPDIR")} to a folder that exists, is writable and has space.",
        folder,
        cause);
}

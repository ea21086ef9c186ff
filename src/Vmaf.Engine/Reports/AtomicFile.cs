using Vmaf.Engine.Errors;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Reports;

/// <summary>Writes a file so that it is there whole or not at all.</summary>
internal static class AtomicFile
{
    /// <summary>
    /// Writes into a temporary file of the same folder, then renames it. What is no regular file (a device, a named pipe, a stream of
    /// the process such as <c>/dev/stdout</c>) must not be replaced and is written to directly.
    /// </summary>
    /// <param name="path">Path of the file; where it is a link, the link stays and its target is replaced.</param>
    /// <param name="write">Writes the content.</param>
    /// <exception cref="VmafException"><see cref="VmafErrorIds.OutputUnwritable"/>.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        Guard(path, () =>
        {
            string target = Path.GetFullPath(path);
            if (OpenSpecial(target) is { } special)
            {
                using (special)
                {
                    write(special);
                }
            }
            else
            {
                target = FileTarget.Find(target).FullName;
                CreateTemporary(target, write, temporary => File.Move(temporary, target, overwrite: true));
            }
        });
    }

    /// <summary>
    /// Makes and removes the temporary file that <see cref="Write"/> would use. What is there already is not touched: opening a named
    /// pipe would disturb its reader.
    /// </summary>
    /// <param name="path">Path of the file to be written later.</param>
    /// <exception cref="VmafException"><see cref="VmafErrorIds.OutputUnwritable"/>.</exception>
    public static void CheckWritable(string path) => Guard(path, () =>
    {
        string target = Path.GetFullPath(path);
        if (!new FileInfo(target).Exists)
        {
            CreateTemporary(FileTarget.Find(target).FullName, _ => { }, File.Delete);
        }
    });

    private static void Guard(string path, Action action)
    {
        try
        {
            action();
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new VmafException(
                VmafErrorIds.OutputUnwritable,
                $"'{path}' cannot be written: {cause.Message}",
                "Check that the folder exists, that you may write there, and that the disk is not full.",
                path,
                cause);
        }
    }

    private static void CreateTemporary(string target, Action<Stream> write, Action<string> finish)
    {
        if (Directory.Exists(target))
        {
            throw new IOException("It is a folder.");
        }

        // Not made from the target's name, which may be as long as a name can be.
        string temporary = Path.Combine(Path.GetDirectoryName(target) ?? ".", $".vmaf-{Path.GetRandomFileName()}.tmp");
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
            {
                write(stream);
            }

            finish(temporary);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    /// <summary>Opens what is there if it is no regular file. Also notices early that a file must not be written to.</summary>
    private static FileStream? OpenSpecial(string target)
    {
        FileStream stream;
        try
        {
            stream = new FileStream(target, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        }
        catch (Exception cause) when (cause is FileNotFoundException or DirectoryNotFoundException)
        {
            // Nothing there, or a link to nothing: File.Exists cannot tell, as it takes any link for a file.
            return null;
        }

        bool isSystemFile = !OperatingSystem.IsWindows()
            && (target.StartsWith("/dev/", StringComparison.Ordinal) || target.StartsWith("/proc/", StringComparison.Ordinal));
        if (isSystemFile || !stream.CanSeek)
        {
            return stream;
        }

        stream.Dispose();
        return null;
    }
}

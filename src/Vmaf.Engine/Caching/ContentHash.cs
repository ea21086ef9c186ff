using System.Collections.Concurrent;
using System.Security.Cryptography;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Caching;

/// <summary>SHA-256 of files. A file that was hashed before, and has the same length and time of change since, is not read again.</summary>
internal static class ContentHash
{
    private const int BlockSizeInBytes = 1 << 20;

    /// <summary>File systems count time in steps of up to this: a file that changed just now may change again and tell the same time.</summary>
    private static readonly TimeSpan TimeStep = TimeSpan.FromSeconds(2);

    private static readonly ConcurrentDictionary<(string Path, long Length, DateTime Changed), string> Known = new();

    /// <summary>The hash as lower-case hexadecimal digits.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="progress">Told after each MiB, by the calling thread; not where the file is not read again.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="VmafException">It cannot be read (<see cref="VmafErrorIds.FileUnreadable"/>).</exception>
    public static string OfFile(string path, IProgress<ReadingProgress>? progress, CancellationToken cancellationToken)
    {
        try
        {
            FileInfo file = FileTarget.Find(path);
            (string, long, DateTime) stamp = (file.FullName, file.Length, file.LastWriteTimeUtc);
            if (Known.TryGetValue(stamp, out string? known))
            {
                return known;
            }

            string hash = Read(path, file.Length, progress, cancellationToken);
            if (DateTime.UtcNow - file.LastWriteTimeUtc > TimeStep)
            {
                Known[stamp] = hash;
            }

            return hash;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new VmafException(VmafErrorIds.FileUnreadable, $"'{path}' could not be read: {cause.Message}", "Check the path and your permission to read it.", path, cause);
        }
    }

    private static string Read(string path, long length, IProgress<ReadingProgress>? progress, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, FileOptions.SequentialScan);
        byte[] block = new byte[BlockSizeInBytes];
        long total = 0;
        for (int read = stream.Read(block); read > 0; read = stream.Read(block))
        {
            cancellationToken.ThrowIfCancellationRequested();
            hash.AppendData(block, 0, read);
            total += read;
            progress?.Report(new ReadingProgress(path, total, length));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

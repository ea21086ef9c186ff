using System.Text.Json;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Scoring;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Caching;

/// <summary>A folder of results, found again by <see cref="MeasurementKey"/>. A file that cannot be read counts as not there.</summary>
/// <param name="folder">The folder; made when the first result is saved.</param>
public sealed class ResultCache(string folder)
{
    private readonly ResultStore _store = new(folder);

    /// <summary>Opens a cache that results can be saved to.</summary>
    /// <param name="folder">The folder; made if it is not there.</param>
    /// <exception cref="VmafException">It cannot be made (<see cref="VmafErrorIds.OutputUnwritable"/>).</exception>
    public static ResultCache Open(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            return new ResultCache(folder);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new VmafException(
                VmafErrorIds.OutputUnwritable, $"The folder '{folder}' for results cannot be made: {cause.Message}", "Choose a folder that is writable.", folder, cause);
        }
    }

    /// <summary>Finds a result.</summary>
    /// <param name="key">What it is found by.</param>
    /// <param name="reference">Path that the reference has now.</param>
    /// <param name="distorted">Path that the distorted video has now.</param>
    /// <param name="layoutFor">What was asked for videos of a format and frame rate: the result has its order, whatever that of the saved one.</param>
    /// <returns><see langword="null"/> where there is none.</returns>
    public CachedRun? Find(string key, string reference, string distorted, Func<VideoFormat, FrameRate?, ResultLayout> layoutFor) =>
        Read(key, reader => reader.Read(reference, distorted, layoutFor(reader.Format, reader.FrameRate)));

    /// <summary>Saves a result; whoever looks meanwhile sees it whole or not at all.</summary>
    /// <param name="key">What it is found by.</param>
    /// <param name="run">The result.</param>
    /// <exception cref="VmafException">The folder cannot be written (<see cref="VmafErrorIds.OutputUnwritable"/>).</exception>
    public void Save(string key, CachedRun run) => _store.Save(key, CachedRunWriter.Write(run));

    /// <summary>Removes a result; harmless where there is none.</summary>
    /// <param name="key">What it is found by.</param>
    /// <exception cref="VmafException">The file cannot be removed (<see cref="VmafErrorIds.OutputUnwritable"/>).</exception>
    public void Remove(string key)
    {
        try
        {
            _store.Remove(key);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new VmafException(
                VmafErrorIds.OutputUnwritable, $"'{_store.PathOf(key)}' cannot be removed: {cause.Message}", "Check your permission for the folder.", key, cause);
        }
    }

    /// <summary>Lists the results, newest first. Files that are no results of this version are left out.</summary>
    /// <exception cref="VmafException">As for <see cref="Files"/>.</exception>
    public IEnumerable<CacheEntry> List() => Files().Select(Describe).OfType<CacheEntry>();

    /// <summary>Lists the files of results, newest first: those too that are damaged, or of another version.</summary>
    /// <exception cref="VmafException">There is no such folder (<see cref="VmafErrorIds.FileNotFound"/>).</exception>
    public IEnumerable<CacheFile> Files()
    {
        if (!Directory.Exists(folder))
        {
            throw new VmafException(
                VmafErrorIds.FileNotFound, $"There is no folder '{folder}'.", "Give the folder that results were saved to.", folder);
        }

        return _store.Keys()
            .Select(key => (Key: key, File: FileTarget.Find(_store.PathOf(key))))
            .Where(entry => entry.File.Exists)
            .OrderByDescending(entry => entry.File.LastWriteTimeUtc)
            .Select(entry => new CacheFile(entry.Key, Path.GetFullPath(_store.PathOf(entry.Key)), entry.File.Length, entry.File.LastWriteTime));
    }

    private CacheEntry? Describe(CacheFile file) => Read(file.Key, reader => new CacheEntry
    {
        Key = file.Key,
        Path = file.Path,
        LengthInBytes = file.LengthInBytes,
        Saved = file.Saved,
        Reference = reader.Reference,
        Distorted = reader.Distorted,
        Models = reader.Models,
        Score = reader.Score,
        Summary = reader.Summary,
        FrameCount = reader.FrameCount,
    });

    private T? Read<T>(string key, Func<CachedRunReader, T> read)
        where T : class
    {
        try
        {
            if (_store.Load(key) is not { } text)
            {
                return null;
            }

            using JsonDocument document = JsonDocument.Parse(text);
            return CachedRunReader.TryOpen(document.RootElement) is { } reader ? read(reader) : null;
        }
        catch (Exception cause) when (
            cause is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException or KeyNotFoundException
                or FormatException or ArgumentException or IndexOutOfRangeException)
        {
            return null;
        }
    }
}

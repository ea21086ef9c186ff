using System.Security.Cryptography;
using System.Text;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Reports;

namespace Vmaf.Engine.Assets;

/// <summary>
/// A folder of results that were measured before. A result's key is made of what was measured, not of where it lay: the bytes of
/// both videos, the asset's properties, and what was asked of them. So a moved file finds its result, and a changed one does not.
/// </summary>
/// <param name="folder">The folder; made when the first result is saved.</param>
internal sealed class ResultStore(string folder)
{
    private const string Extension = ".json";

    /// <summary>The key of a measurement.</summary>
    /// <param name="asset">The asset; its videos are read from one end to the other.</param>
    /// <param name="measurement">
    /// What was asked: program version, models, features, options; everything that changes results, and nothing that does not.
    /// </param>
    /// <exception cref="VmafException">A video cannot be read (<see cref="VmafErrorIds.FileUnreadable"/>).</exception>
    public static string Key(Asset asset, string measurement)
    {
        return HashOf(
        [
            CanonicalJson.Write(asset.Copy().Properties), measurement, HashOfFile(asset.Distorted.Path), asset.HasReference ? HashOfFile(asset.Reference.Path) : string.Empty,
        ]);
    }

    /// <summary>A key made of texts.</summary>
    internal static string HashOf(IEnumerable<string> texts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string text in texts)
        {
            // Lengths keep neighbours apart.
            byte[] bytes = Encoding.UTF8.GetBytes(text);
            hash.AppendData(BitConverter.GetBytes(bytes.LongLength));
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The result saved under a key; <see langword="null"/> where there is none.</summary>
    /// <param name="key">The key.</param>
    public string? Load(string key)
    {
        try
        {
            return File.ReadAllText(PathOf(key));
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Saves a result; whoever looks meanwhile sees it whole or not at all.</summary>
    /// <param name="key">The key.</param>
    /// <param name="result">The result, such as a report in JSON.</param>
    /// <exception cref="VmafException">The folder cannot be written (<see cref="VmafErrorIds.OutputUnwritable"/>).</exception>
    public void Save(string key, string result)
    {
        string path = PathOf(key);
        try
        {
            Directory.CreateDirectory(folder);
            AtomicFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(result)));
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new VmafException(
                VmafErrorIds.OutputUnwritable, $"The result '{path}' could not be written: {cause.Message}", "Choose a folder that is writable and has space.", path, cause);
        }
    }

    /// <summary>Removes a result; harmless where there is none.</summary>
    /// <param name="key">The key.</param>
    public void Remove(string key)
    {
        if (Directory.Exists(folder))
        {
            File.Delete(PathOf(key));
        }
    }

    private static string HashOfFile(string path)
    {
        try
        {
            using FileStream file = File.OpenRead(path);
            return Convert.ToHexStringLower(SHA256.HashData(file));
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new VmafException(VmafErrorIds.FileUnreadable, $"'{path}' could not be read: {cause.Message}", null, path, cause);
        }
    }

    /// <summary>The keys of all results in the folder.</summary>
    internal IEnumerable<string> Keys() => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*" + Extension)
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .Where(name => name.Length == 2 * SHA256.HashSizeInBytes && name.All(char.IsAsciiHexDigitLower))
        : [];

    /// <summary>Path of the file of a key.</summary>
    /// <param name="key">The key.</param>
    internal string PathOf(string key) => Path.Combine(folder, key + Extension);
}

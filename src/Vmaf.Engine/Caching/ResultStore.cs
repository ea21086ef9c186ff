using System.Security.Cryptography;
using System.Text;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Reports;

namespace Vmaf.Engine.Caching;

/// <summary>A folder of results as text, one file each, named by their keys.</summary>
/// <param name="folder">The folder; made when the first result is saved.</param>
internal sealed class ResultStore(string folder)
{
    private const string Extension = ".json";

    /// <summary>A key made of texts: SHA-256 as lower-case hexadecimal digits.</summary>
    /// <param name="texts">All that tells one measurement from another.</param>
    public static string KeyOf(IEnumerable<string> texts)
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

    /// <summary>The keys of all results in the folder.</summary>
    public IEnumerable<string> Keys() => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*" + Extension)
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .Where(name => name.Length == 2 * SHA256.HashSizeInBytes && name.All(char.IsAsciiHexDigitLower))
        : [];

    /// <summary>Path of the file of a key.</summary>
    /// <param name="key">The key.</param>
    public string PathOf(string key) => Path.Combine(folder, key + Extension);
}

namespace Vmaf.Tests.Video;

/// <summary>A folder that is gone after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string FullPath { get; } = Directory.CreateTempSubdirectory("vmaf-tests-").FullName;

    public string Write(string name, byte[] content)
    {
        string path = Path.Combine(FullPath, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    public void Dispose() => Directory.Delete(FullPath, recursive: true);
}

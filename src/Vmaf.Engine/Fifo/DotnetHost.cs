using Vmaf.Engine.Processes;

namespace Vmaf.Engine.Fifo;

/// <summary>Finds a <c>dotnet</c> host that has the runtime this engine needs.</summary>
internal static class DotnetHost
{
    private static readonly string[] UsualFolders =
    [
        "/usr/share/dotnet", "/usr/lib/dotnet", "/usr/lib64/dotnet", "/usr/local/share/dotnet", "/opt/homebrew/opt/dotnet/libexec",
    ];

    /// <summary>The host's path, or <see langword="null"/>.</summary>
    public static string? Find() => Candidates().FirstOrDefault(HasRuntime);

    private static IEnumerable<string> Candidates()
    {
        string name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        if (Path.GetFileName(Environment.ProcessPath) == name)
        {
            yield return Environment.ProcessPath!;
        }

        if (Environment.GetEnvironmentVariable("DOTNET_ROOT") is { Length: > 0 } root)
        {
            yield return Path.Combine(root, name);
        }

        if (ExecutableSearch.Find("dotnet") is { } onPath)
        {
            yield return onPath;
        }

        string programs = Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles);
        foreach (string folder in OperatingSystem.IsWindows() ? [Path.Combine(programs, "dotnet")] : UsualFolders)
        {
            yield return Path.Combine(folder, name);
        }
    }

    private static bool HasRuntime(string host)
    {
        if (!File.Exists(host))
        {
            return false;
        }

        string real = File.ResolveLinkTarget(host, returnFinalTarget: true)?.FullName ?? host;
        string runtimes = Path.Combine(Path.GetDirectoryName(real)!, "shared", "Microsoft.NETCore.App");
        return Directory.Exists(runtimes) && Directory.EnumerateDirectories(runtimes, $"{Environment.Version.Major}.*").Any();
    }
}

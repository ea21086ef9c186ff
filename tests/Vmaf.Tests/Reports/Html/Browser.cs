using Vmaf.Tests.Infrastructure;

namespace Vmaf.Tests.Reports.Html;

/// <summary>An installed Chromium without a window.</summary>
internal static class Browser
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(2);

    /// <summary>Path of the browser, or <see langword="null"/>.</summary>
    public static string? Path { get; } = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
        .Split(System.IO.Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(folder => Names.Select(name => System.IO.Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);

    /// <summary>Opens a page and waits until it has come to rest.</summary>
    /// <param name="address">Address of the page.</param>
    /// <param name="profile">Empty folder for the browser's own files.</param>
    /// <param name="width">Width of the window.</param>
    /// <returns>The elements of the page, and what it wrote to the console.</returns>
    public static (string Elements, IReadOnlyList<string> Console) Open(string address, string profile, int width = 1280)
    {
        string[] arguments =
        [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", $"--user-data-dir={profile}", $"--window-size={width},1000",
            "--enable-logging=stderr", "--virtual-time-budget=5000", "--dump-dom", address,
        ];
        (_, string output) = ChildProcess.Run(Path!, arguments, new Dictionary<string, string?>(), Timeout);
        return (output, [.. output.Split('\n').Where(line => line.Contains(":CONSOLE", StringComparison.Ordinal))]);
    }
}

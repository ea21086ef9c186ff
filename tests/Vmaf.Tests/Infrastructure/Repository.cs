namespace Vmaf.Tests.Infrastructure;

/// <summary>Where the parts of the repository are.</summary>
internal static class Repository
{
    /// <summary>The folder with Vmaf.slnx.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The module folder that the build makes.</summary>
    public static string ModuleFolder => Path.Combine(Root, "out", "Vmaf");

    /// <summary>Full path of a file or folder of the project.</summary>
    public static string Combine(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Vmaf.slnx")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds Vmaf.slnx.");
    }
}

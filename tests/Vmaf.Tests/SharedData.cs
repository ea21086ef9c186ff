namespace Vmaf.Tests;

/// <summary>
/// Clips, models and golden figures that are not part of the project: the folder named by VMAF_TEST_DATA, or <c>shared</c> beside the
/// repository's root. Tests that need them are skipped where they are missing.
/// </summary>
internal static class SharedData
{
    /// <summary>What a skipped test says.</summary>
    public const string Missing = "Needs the shared test data: set VMAF_TEST_DATA, or put the folder 'shared' beside the repository.";

    /// <summary>The folder with clips, models and golden figures; null where there is none.</summary>
    public static string? Root { get; } = Find();

    public static bool Available => Root is not null;

    public static string Clip(string name) => InFolder("clips", name);

    public static string Model(string name) => InFolder("models", name);

    public static string Golden(string name) => InFolder("golden", name);

    private static string InFolder(string folder, string name) =>
        Path.Combine(Root ?? throw new InvalidOperationException("There are no shared test data."), folder, name);

    private static string? Find()
    {
        string? named = Environment.GetEnvironmentVariable("VMAF_TEST_DATA");
        if (!string.IsNullOrEmpty(named))
        {
            return Directory.Exists(named) ? named : null;
        }

        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Vmaf.slnx")))
            {
                string shared = Path.Combine(folder.FullName, "..", "shared");
                return Directory.Exists(shared) ? Path.GetFullPath(shared) : null;
            }
        }

        return null;
    }
}

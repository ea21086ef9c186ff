namespace Vmaf.Tests;

/// <summary>Finds the clips, official models and golden figures that some tests need and the repository does not contain.</summary>
internal static class SharedData
{
    /// <summary>What a skipped test says.</summary>
    public const string Missing = "Needs the shared test data: set VMAF_TEST_DATA, or put the folder 'shared' beside the repository.";

    /// <summary>The folder with clips, models and golden figures; null where there is none.</summary>
    public static string? Root { get; } = Find();

    public static bool Available => Root is not null;

    public static string Clip(string name) => Path.Combine(Root!, "clips", name);

    public static string Model(string name) => Path.Combine(Root!, "models", name);

    public static string Golden(string name) => Path.Combine(Root!, "golden", name);

    private static string? Find()
    {
        string? given = Environment.GetEnvironmentVariable("VMAF_TEST_DATA");
        if (!string.IsNullOrEmpty(given))
        {
            return given;
        }

        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Vmaf.slnx")))
        {
            folder = folder.Parent;
        }

        string? shared = folder?.Parent is null ? null : Path.Combine(folder.Parent.FullName, "shared");
        return Directory.Exists(shared) ? shared : null;
    }
}

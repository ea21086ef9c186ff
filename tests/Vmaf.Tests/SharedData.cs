namespace Vmaf.Tests;

/// <summary>
/// Clips, models and golden figures that are too large for the repository: the folder that <c>VMAF_TEST_DATA</c> names, or
/// <c>shared</c> beside the repository. Tests that need them are skipped where they are missing.
/// </summary>
internal static class SharedData
{
    /// <summary>The folder, or <see langword="null"/>.</summary>
    public static string? Root { get; } = Find();

    /// <summary>Whether the data is there.</summary>
    public static bool Available => Root is not null;

    /// <summary>Path of a clip.</summary>
    public static string Clip(string name) => Path.Combine(Root!, "clips", name);

    /// <summary>Path of a model file.</summary>
    public static string Model(string name) => Path.Combine(Root!, "models", name);

    /// <summary>Path of a file of golden figures.</summary>
    public static string Golden(string name) => Path.Combine(Root!, "golden", name);

    private static string? Find()
    {
        string? named = Environment.GetEnvironmentVariable("VMAF_TEST_DATA");
        if (named is not null)
        {
            return Directory.Exists(named) ? named : null;
        }

        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Vmaf.slnx")))
        {
            folder = folder.Parent;
        }

        string? shared = folder?.Parent is { } parent ? Path.Combine(parent.FullName, "shared") : null;
        return Directory.Exists(shared) ? shared : null;
    }
}

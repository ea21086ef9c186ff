namespace Vmaf.Tests;

/// <summary>The folder that this project's source lies in.</summary>
internal static class RepositoryFolder
{
    /// <summary>Full path of the folder with the solution file.</summary>
    public static string Root { get; } = Find();

    /// <summary>Full path of a file or folder of the project.</summary>
    public static string Combine(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    private static string Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Vmaf.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No folder above '{AppContext.BaseDirectory}' has Vmaf.slnx: run the tests where they were built.");
    }
}

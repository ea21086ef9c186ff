using Vmaf.Tests.Infrastructure;
using Xunit;

namespace Vmaf.Tests.PowerShell;

/// <summary>What the build puts into the module folder, file by file: nothing missing and nothing foreign.</summary>
public sealed class ModuleFolderTests
{
    private static readonly string[] Always =
    [
        "LICENSE",
        "Vmaf.Engine.dll",
        "Vmaf.Format.ps1xml",
        "Vmaf.PowerShell.dll",
        "Vmaf.Types.ps1xml",
        "Vmaf.psd1",
        "vmaf.dll",
        "vmaf.runtimeconfig.json",
    ];

    [Fact]
    public void Module_folder_holds_exactly_the_files_of_the_module()
    {
        string[] whereInRepository = ["THIRD-PARTY-NOTICES.md"];
        IEnumerable<string> help = FilesBelow(Path.Combine(Repository.Root, "en-US")).Select(file => "en-US/" + file);
        IEnumerable<string> expected =
            [.. Always, .. whereInRepository.Where(file => File.Exists(Path.Combine(Repository.Root, file))), .. help];
        Assert.Equal(expected.Order(StringComparer.Ordinal), FilesBelow(Repository.ModuleFolder));
    }

    private static IEnumerable<string> FilesBelow(string folder) =>
        Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/'))
                .Order(StringComparer.Ordinal)
            : [];
}

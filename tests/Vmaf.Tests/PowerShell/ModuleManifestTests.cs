using System.Reflection;
using Vmaf.PowerShell;
using Vmaf.Tests.Infrastructure;
using Xunit;

namespace Vmaf.Tests.PowerShell;

/// <summary>What PowerShell and its gallery read of the module before they load it.</summary>
public sealed class ModuleManifestTests
{
    [Theory]
    [InlineData("RootModule", "Vmaf.PowerShell.dll")]
    [InlineData("PowerShellVersion", "7.6")]
    [InlineData("GUID", "7f586e3d-83fa-4bcd-99a7-7fbf5d586879")]
    public void Fixed_values_stay(string key, string value) => Assert.Equal(value, ModuleManifest.Text(key));

    [Fact]
    public void Only_the_core_edition_is_supported() => Assert.Equal(["Core"], ModuleManifest.List("CompatiblePSEditions"));

    [Fact]
    public void Version_is_the_assemblys()
    {
        string informational = typeof(InvokeVmafQualityCommand).Assembly
            .GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
        string prerelease = ModuleManifest.Text("Prerelease");
        string version = ModuleManifest.Text("ModuleVersion") + (prerelease.Length == 0 ? "" : "-" + prerelease);
        Assert.Equal(version, informational.Split('+')[0]);
    }

    [Fact]
    public void Exported_cmdlets_are_those_of_the_assembly() =>
        Assert.Equal(CmdletTypes.Names.Order(StringComparer.Ordinal), ModuleManifest.List("CmdletsToExport"));

    [Theory]
    [InlineData("FunctionsToExport")]
    [InlineData("AliasesToExport")]
    [InlineData("VariablesToExport")]
    public void Nothing_else_is_exported(string key) => Assert.Empty(ModuleManifest.List(key));

    [Fact]
    public void Tags_name_edition_and_systems() =>
        Assert.Superset(
            new HashSet<string> { "PSEdition_Core", "Windows", "Linux", "MacOS" },
            ModuleManifest.List("Tags").ToHashSet());

    [Fact]
    public void Format_and_type_files_are_there() =>
        Assert.All(
            [.. ModuleManifest.List("FormatsToProcess"), .. ModuleManifest.List("TypesToProcess")],
            file => Assert.True(File.Exists(Path.Combine(Repository.ModuleFolder, file)), file));

    [Fact]
    public void Manifest_uses_no_wildcard() =>
        Assert.DoesNotContain("*", File.ReadAllText(Path.Combine(Repository.ModuleFolder, "Vmaf.psd1")), StringComparison.Ordinal);
}

using System.Text.Json;
using Vmaf.Tests.Infrastructure;
using Xunit;

namespace Vmaf.Tests.PowerShell;

/// <summary>
/// Runs the Pester files in a real pwsh against the built module. The assembly that the cmdlets are compiled against does nothing when
/// it is run, so nothing but a real pwsh can test them.
/// </summary>
public sealed class PesterTests
{
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(10);

    [Fact]
    public void Pester_files_pass()
    {
        PowerShellHost? host = PowerShellHost.Find();
        SkipUnless(host is not null, "no pwsh found");
        SkipUnless(host!.IsRecentEnough, $"the pwsh found is {host.Version}, the module needs {PowerShellHost.MinimumVersion}");
        SkipUnless(host.HasPester, "no Pester module found");

        string resultFile = Path.Combine(Path.GetTempPath(), $"vmaf-pester-{Guid.NewGuid():N}.json");
        try
        {
            (int exitCode, string output) = host.RunFile(
                Path.Combine(Repository.Root, "tests", "Pester", "Invoke-Suite.ps1"),
                ["-ModulePath", Repository.ModuleFolder, "-ResultPath", resultFile],
                Timeout);
            Assert.True(File.Exists(resultFile), $"pwsh ended with exit code {exitCode} and no result:\n{output}");
            JsonElement result = JsonDocument.Parse(File.ReadAllText(resultFile)).RootElement;
            new ChildRunResult(
                "Pester tests",
                result.GetProperty("Passed").GetInt32(),
                result.GetProperty("Failed").GetInt32(),
                result.GetProperty("Skipped").GetInt32(),
                [.. result.GetProperty("Failures").EnumerateArray().Select(failure => failure.GetString()!)]).Check();
        }
        finally
        {
            File.Delete(resultFile);
        }
    }

    private static void SkipUnless(bool condition, string reason)
    {
        if (!condition)
        {
            string line = $"Pester files were not run: {reason}";
            TestContext.Current.SendDiagnosticMessage(line);
            Assert.Skip(line);
        }
    }
}

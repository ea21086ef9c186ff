using System.Globalization;
using System.Xml.Linq;
using Vmaf.Engine.Simd;
using Vmaf.Tests.Infrastructure;
using Xunit;

namespace Vmaf.Tests.Simd;

/// <summary>Runs the tests of the kernels once more in a process of each tier, because a process has one tier for its whole life.</summary>
public sealed class SimdTierTests
{
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(12);

    [Theory]
    [InlineData(SimdTier.Avx512, null)]
    [InlineData(SimdTier.Avx2, "DOTNET_EnableAVX512")]
    [InlineData(SimdTier.Vector128, "DOTNET_EnableAVX2")]
    [InlineData(SimdTier.Scalar, "DOTNET_EnableHWIntrinsic")]
    public void Kernel_tests_pass_on(SimdTier tier, string? switchedOff)
    {
        Assert.SkipUnless(tier <= SimdTiers.Best, $"This machine, or this process, has no more than {SimdTiers.Best}.");
        string report = Path.Combine(Path.GetTempPath(), $"vmaf-{tier}-{Guid.NewGuid():N}.xml");
        var environment = new Dictionary<string, string?>
        {
            [SimdTiers.EnvironmentVariable] = null,
            [ExpectedTierTests.EnvironmentVariable] = tier.ToString(),
        };
        if (switchedOff is not null)
        {
            environment[switchedOff] = "0";
        }

        try
        {
            (int exitCode, string output) = ChildProcess.Run(
                "dotnet",
                ["exec", typeof(SimdTierTests).Assembly.Location, "-noLogo", "-noColor", "-trait", "Suite=Kernel", "-xml", report],
                environment,
                Timeout);
            Assert.True(File.Exists(report), $"The test process for {tier} ended with exit code {exitCode} and no report:\n{output}");
            ChildRunResult result = Read($"Kernel tests on {tier}", XDocument.Load(report));
            result.Check();
            Assert.True(exitCode == 0, $"The test process for {tier} ended with exit code {exitCode}:\n{output}");
        }
        finally
        {
            File.Delete(report);
        }
    }

    private static ChildRunResult Read(string name, XDocument report)
    {
        List<XElement> assemblies = [.. report.Descendants("assembly")];
        int Sum(string attribute) =>
            assemblies.Sum(assembly => int.Parse(assembly.Attribute(attribute)?.Value ?? "0", CultureInfo.InvariantCulture));

        IEnumerable<string> failedTests = report.Descendants("test")
            .Where(test => test.Attribute("result")?.Value == "Fail")
            .Select(test => $"{test.Attribute("name")?.Value}: {test.Element("failure")?.Element("message")?.Value}");
        IEnumerable<string> errors = report.Descendants("error")
            .Select(error => $"{error.Attribute("name")?.Value}: {error.Element("failure")?.Element("message")?.Value}");
        return new ChildRunResult(name, Sum("passed"), Sum("failed") + Sum("errors"), Sum("skipped"), [.. failedTests, .. errors]);
    }
}

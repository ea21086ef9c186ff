using System.Globalization;
using Xunit;

namespace Vmaf.Tests.Infrastructure;

/// <summary>What a test run in a child process came to.</summary>
/// <param name="Name">What was run.</param>
/// <param name="Passed">Number of tests that passed.</param>
/// <param name="Failed">Number of tests that failed.</param>
/// <param name="Skipped">Number of tests that were skipped.</param>
/// <param name="Failures">Names of the tests that failed, each with its message.</param>
internal sealed record ChildRunResult(string Name, int Passed, int Failed, int Skipped, IReadOnlyList<string> Failures)
{
    /// <summary>Environment variable with the path of a file to which every child run adds a line of its counts.</summary>
    public const string FileVariable = "VMAF_CHILD_RESULTS";

    private static readonly Lock FileLock = new();

    /// <summary>Reports the counts, and fails unless tests ran and none failed.</summary>
    public void Check()
    {
        string counts = string.Create(CultureInfo.InvariantCulture, $"{Name}: {Passed} passed, {Failed} failed, {Skipped} skipped");
        TestContext.Current.SendDiagnosticMessage(counts);
        if (Environment.GetEnvironmentVariable(FileVariable) is { Length: > 0 } file)
        {
            lock (FileLock)
            {
                File.AppendAllText(file, counts + "\n");
            }
        }

        Assert.True(Failed == 0 && Failures.Count == 0, $"{counts}\n{string.Join("\n", Failures)}");
        Assert.True(Passed > 0, $"{counts}: no test ran.");
    }
}

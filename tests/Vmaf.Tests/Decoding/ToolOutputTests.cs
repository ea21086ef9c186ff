using Vmaf.Engine.Decoding;
using Xunit;

namespace Vmaf.Tests.Decoding;

public class ToolOutputTests
{
    [Fact]
    public async Task A_program_that_the_token_killed_was_cancelled_and_did_not_fail()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Needs the sleep of Unix.");
        using var cancellation = new CancellationTokenSource();
        Task<ToolOutput> run = Task.Run(() => ToolOutput.Capture("sleep", ["60"], cancellation.Token), TestContext.Current.CancellationToken);

        cancellation.CancelAfter(TimeSpan.FromMilliseconds(300));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
    }

    [Fact]
    public async Task A_program_that_the_terminal_interrupted_first_was_cancelled_too()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Needs the shell of Unix.");
        using var cancellation = new CancellationTokenSource();
        Task<ToolOutput> run = Task.Run(() => ToolOutput.Capture("sh", ["-c", "exit 130"], cancellation.Token), TestContext.Current.CancellationToken);

        cancellation.CancelAfter(TimeSpan.FromMilliseconds(100));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
    }
}

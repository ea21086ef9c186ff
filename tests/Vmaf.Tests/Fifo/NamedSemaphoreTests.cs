using System.Diagnostics;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Fifo;
using Xunit;

namespace Vmaf.Tests.Fifo;

public sealed class NamedSemaphoreTests
{
    private readonly string _name = SessionName.New().SemaphoreName(FifoStageKind.Workfile);

    [Fact]
    public void A_release_through_another_handle_lets_the_waiter_go_on_once()
    {
        using INamedSemaphore waiter = NamedSemaphore.Create(_name);
        using (INamedSemaphore other = NamedSemaphore.Open(_name))
        {
            other.Release();
        }

        Assert.True(waiter.Wait(TimeSpan.Zero, TestContext.Current.CancellationToken));
        Assert.False(waiter.Wait(TimeSpan.Zero, TestContext.Current.CancellationToken));
        waiter.Unlink();
    }

    [Fact]
    public void Releases_add_up()
    {
        using INamedSemaphore semaphore = NamedSemaphore.Create(_name);
        semaphore.Unlink();
        for (int i = 0; i < 5; i++)
        {
            semaphore.Release();
        }

        int taken = 0;
        while (semaphore.Wait(TimeSpan.FromMilliseconds(1), TestContext.Current.CancellationToken))
        {
            taken++;
        }

        Assert.Equal(5, taken);
    }

    [Fact]
    public void A_wait_ends_when_its_time_is_over_and_not_before()
    {
        using INamedSemaphore semaphore = NamedSemaphore.Create(_name);
        semaphore.Unlink();
        long start = Stopwatch.GetTimestamp();
        Assert.False(semaphore.Wait(TimeSpan.FromMilliseconds(80), TestContext.Current.CancellationToken));
        Assert.InRange(Stopwatch.GetElapsedTime(start), TimeSpan.FromMilliseconds(79), TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void Cancelling_ends_an_endless_wait()
    {
        using INamedSemaphore semaphore = NamedSemaphore.Create(_name);
        semaphore.Unlink();
        using var cancelled = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        Assert.Throws<OperationCanceledException>(() => semaphore.Wait(Timeout.InfiniteTimeSpan, cancelled.Token));
    }

    [Fact]
    public void A_release_wakes_a_waiter_that_waits_already()
    {
        using INamedSemaphore semaphore = NamedSemaphore.Create(_name);
        semaphore.Unlink();
        var waiter = new Thread(() => semaphore.Wait(Timeout.InfiniteTimeSpan));
        waiter.Start();
        Thread.Sleep(60);
        semaphore.Release();
        Assert.True(waiter.Join(TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public void A_name_that_is_taken_is_refused()
    {
        using INamedSemaphore first = NamedSemaphore.Create(_name);
        VmafException error = Assert.Throws<VmafException>(() => NamedSemaphore.Create(_name));
        Assert.Equal(VmafErrorIds.SemaphoreFailed, error.ErrorId);
        Assert.Contains(_name, error.Message, StringComparison.Ordinal);
        first.Unlink();
    }

    [Fact]
    public void A_name_that_nobody_made_cannot_be_opened()
    {
        VmafException error = Assert.Throws<VmafException>(() => NamedSemaphore.Open(_name));
        Assert.Equal(VmafErrorIds.SemaphoreFailed, error.ErrorId);
    }

    [Fact]
    public void Unlinking_frees_the_name_but_not_the_semaphore()
    {
        using INamedSemaphore semaphore = NamedSemaphore.Create(_name);
        semaphore.Unlink();
        semaphore.Unlink();
        semaphore.Release();
        Assert.True(semaphore.Wait(TimeSpan.Zero, TestContext.Current.CancellationToken));
        using INamedSemaphore second = NamedSemaphore.Create(_name);
        second.Unlink();
    }

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("with space")]
    [InlineData("a-name-of-thirty-characters-xx")]
    public void Names_that_not_every_system_takes_are_refused(string name) =>
        Assert.Throws<ArgumentException>(() => NamedSemaphore.Create(name));

    [Fact]
    public void Only_the_owner_may_use_a_semaphore()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux shows semaphores as files.");
        using INamedSemaphore semaphore = NamedSemaphore.Create(_name);
        UnixFileMode mode = OperatingSystem.IsLinux() ? File.GetUnixFileMode("/dev/shm/sem." + _name) : default;
        semaphore.Unlink();
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, mode);
    }
}

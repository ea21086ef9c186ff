using Vmaf.Engine.Errors;
using Vmaf.Engine.Fifo;
using Vmaf.Engine.Processes;
using Vmaf.Tests.Video;
using Xunit;

namespace Vmaf.Tests.Fifo;

public sealed class SessionTests : IDisposable
{
    private readonly TemporaryFolder _root = new();

    public void Dispose() => _root.Dispose();

    [Fact]
    public void A_name_reads_back_and_fits_every_system()
    {
        SessionName name = SessionName.New();
        Assert.True(SessionName.TryParse(name.ToString(), out SessionName? read));
        Assert.Equal(name, read);
        Assert.False(read.Value.Owner.IsGone);
        var longest = new SessionName(new ProcessIdentity(ProcessIdentity.NamespaceTokenRange - 1, 4_194_304, ProcessIdentity.StartTokenRange - 1), "zzzzz");
        Assert.True(longest.SemaphoreName(FifoStageKind.Procfile).Length < NamedSemaphore.MaximumNameLength);
    }

    [Theory]
    [InlineData("")]
    [InlineData("vmaf-")]
    [InlineData("vmaf-abc1-123456")]
    [InlineData("vmaf-ABC1-123456-abcde")]
    [InlineData("vmaf-abc1zzzzzzzzz-123456-abcde")]
    [InlineData("other-abc1-123456-abcde")]
    public void What_is_no_session_is_not_taken_for_one(string text) => Assert.False(SessionName.TryParse(text, out _));

    [Fact]
    public void The_folder_is_closed_to_others_and_goes_with_the_session()
    {
        string folder;
        using (FifoSession session = FifoSession.Create(_root.FullPath))
        {
            folder = session.Folder;
            Assert.True(Directory.Exists(folder));
            if (!OperatingSystem.IsWindows())
            {
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder));
            }

            File.WriteAllText(Path.Combine(folder, "left over"), "x");
        }

        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public void A_semaphore_left_in_a_session_goes_with_it()
    {
        string name;
        using (FifoSession session = FifoSession.Create(_root.FullPath))
        {
            using INamedSemaphore semaphore = session.CreateSemaphore(FifoStageKind.Procfile);
            name = semaphore.Name;
        }

        Assert.Throws<VmafException>(() => NamedSemaphore.Open(name));
    }

    [Fact]
    public void What_a_dead_process_left_is_removed_and_what_a_living_one_has_is_not()
    {
        // A process id beyond the kernel's limit belongs to nobody.
        var dead = new SessionName(ProcessIdentity.Current with { ProcessId = 99_999_999 }, "aaaaa");
        var reused = new SessionName(ProcessIdentity.Current with { StartToken = 1 }, "bbbbb");
        var foreign = new SessionName(new ProcessIdentity(1, 99_999_999, 1), "ccccc");
        foreach (SessionName name in new[] { dead, reused, foreign })
        {
            Directory.CreateDirectory(Path.Combine(_root.FullPath, name.ToString()));
        }

        using INamedSemaphore semaphore = NamedSemaphore.Create(dead.SemaphoreName(FifoStageKind.Workfile));
        using FifoSession alive = FifoSession.Create(_root.FullPath);
        StaleSessions.Remove(_root.FullPath);

        Assert.False(Directory.Exists(Path.Combine(_root.FullPath, dead.ToString())));
        Assert.False(Directory.Exists(Path.Combine(_root.FullPath, reused.ToString())));
        Assert.True(Directory.Exists(alive.Folder));
        Assert.Throws<VmafException>(() => NamedSemaphore.Open(semaphore.Name));
        if (OperatingSystem.IsLinux())
        {
            Assert.True(Directory.Exists(Path.Combine(_root.FullPath, foreign.ToString())), "another namespace's process cannot be judged");
        }
    }

    [Fact]
    public void A_temporary_folder_that_cannot_be_written_is_named_with_a_remedy()
    {
        string missing = Path.Combine(_root.FullPath, "missing", "folder");
        VmafException error = Assert.Throws<VmafException>(() => FifoSession.Create(missing));
        Assert.Equal(VmafErrorIds.TemporaryFolderUnusable, error.ErrorId);
        Assert.Contains(missing, error.Message, StringComparison.Ordinal);
        Assert.Contains(OperatingSystem.IsWindows() ? "TEMP" : "TMPDIR", error.Remedy, StringComparison.Ordinal);
    }
}

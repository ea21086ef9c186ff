using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Vmaf.Engine.Fifo;
using Vmaf.Engine.Fifo.Messages;
using Vmaf.Engine.Video;

namespace Vmaf.Tests.Fifo;

/// <summary>
/// A second process of this test program that starts a FIFO writer, says so, and then waits: to be killed, or to end without
/// disposing of anything when its standard input ends.
/// </summary>
internal static class OrphaningParent
{
    private const string RoleVariable = "VMAF_TESTS_ORPHANING_PARENT";

    public static Process Start(string temporaryRoot, WriterOpener decoder)
    {
        var start = new ProcessStartInfo(DotnetHost.Find() ?? "dotnet")
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        start.ArgumentList.Add("exec");
        start.ArgumentList.Add(typeof(OrphaningParent).Assembly.Location);
        var input = (DecoderInput)decoder.Input;
        start.Environment[RoleVariable] = JsonSerializer.Serialize<string[]>([temporaryRoot, input.Program, .. input.Arguments]);
        return Process.Start(start)!;
    }

    [ModuleInitializer]
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Usage", "CA2255", Justification = "This assembly is the program.")]
    internal static void Play()
    {
        if (Environment.GetEnvironmentVariable(RoleVariable) is not { Length: > 0 } role)
        {
            return;
        }

        string[] arguments = JsonSerializer.Deserialize<string[]>(role)!;
        FifoSession session = FifoSession.Create(arguments[0]);
        var opener = new WriterOpener(
            session, VideoSide.Distorted, session.TargetPath("dis"), "movie.mp4", new DecoderInput("movie.mp4", arguments[1], arguments[2..]));
        FifoStage stage = FifoStage.Begin(session, FifoStageKind.Workfile, [opener], new ReadyOptions());
        stage.WaitUntilReady(CancellationToken.None);
        Console.WriteLine(session.Folder);
        Console.WriteLine(opener.Writer.ProcessId);
        _ = Console.ReadLine();
        Environment.Exit(0);
    }
}

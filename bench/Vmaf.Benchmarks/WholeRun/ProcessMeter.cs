using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Vmaf.Benchmarks.WholeRun;

/// <summary>
/// Runs a command to its end and measures the whole process by the operating system's own accounting. Resource usage is kept by the
/// kernel per parent for all children together, so each measured command gets a parent of its own: this program again, in the mode
/// <see cref="ChildMode"/>.
/// </summary>
internal static partial class ProcessMeter
{
    /// <summary>First argument that makes this program the parent of one measured command.</summary>
    public const string ChildMode = "measure-one";

    private const int Children = -1;

    /// <summary>Measures one run of a command.</summary>
    /// <param name="command">Program and arguments.</param>
    /// <param name="environment">Variables added to the environment.</param>
    public static Measurement Run(IReadOnlyList<string> command, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        start.ArgumentList.Add(typeof(ProcessMeter).Assembly.Location);
        start.ArgumentList.Add(ChildMode);
        start.ArgumentList.Add(JsonSerializer.Serialize(environment));
        foreach (string argument in command)
        {
            start.ArgumentList.Add(argument);
        }

        using Process parent = Process.Start(start)!;
        string line = parent.StandardOutput.ReadToEnd();
        parent.WaitForExit();
        return JsonSerializer.Deserialize<Measurement>(line) ?? throw new InvalidOperationException($"No measurement of: {string.Join(' ', command)}");
    }

    /// <summary>Runs the command given after the environment, and prints its measurement as JSON.</summary>
    /// <param name="arguments">The environment as JSON, then program and arguments.</param>
    public static int RunOne(string[] arguments)
    {
        var start = new ProcessStartInfo(arguments[1]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string argument in arguments[2..])
        {
            start.ArgumentList.Add(argument);
        }

        foreach ((string name, string value) in JsonSerializer.Deserialize<Dictionary<string, string>>(arguments[0])!)
        {
            start.Environment[name] = value;
        }

        long startTicks = Stopwatch.GetTimestamp();
        using Process process = Process.Start(start)!;
        process.OutputDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        string errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        double wall = Stopwatch.GetElapsedTime(startTicks).TotalSeconds;
        if (process.ExitCode != 0)
        {
            Console.Error.WriteLine(errors);
        }

        if (GetResourceUsage(Children, out ResourceUsage usage) != 0)
        {
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"getrusage failed: {Marshal.GetLastPInvokeError()}"));
        }

        Console.WriteLine(JsonSerializer.Serialize(
            new Measurement(wall, usage.UserSeconds + usage.SystemSeconds, usage.MaximumResidentKibibytes / 1024.0, process.ExitCode)));
        return 0;
    }

    [LibraryImport("libc", EntryPoint = "getrusage", SetLastError = true)]
    private static partial int GetResourceUsage(int who, out ResourceUsage usage);

    /// <summary>The kernel's <c>struct rusage</c> on 64-bit Linux.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private unsafe struct ResourceUsage
    {
        private readonly long _userSeconds;
        private readonly long _userMicroseconds;
        private readonly long _systemSeconds;
        private readonly long _systemMicroseconds;
        public readonly long MaximumResidentKibibytes;
        private fixed long _rest[13];

        public readonly double UserSeconds => _userSeconds + (_userMicroseconds * 1e-6);

        public readonly double SystemSeconds => _systemSeconds + (_systemMicroseconds * 1e-6);
    }
}

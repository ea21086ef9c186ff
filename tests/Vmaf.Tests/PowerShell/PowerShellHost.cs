using System.ComponentModel;
using Vmaf.Tests.Infrastructure;

namespace Vmaf.Tests.PowerShell;

/// <summary>A pwsh on this machine: the one on PATH, else the one that the repository's tool manifest can restore.</summary>
internal sealed class PowerShellHost
{
    private static readonly TimeSpan RestoreTimeout = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan ProbeTimeout = TimeSpan.FromMinutes(1);
    private static readonly Dictionary<string, string?> Environment = new()
    {
        ["POWERSHELL_TELEMETRY_OPTOUT"] = "1",
        ["POWERSHELL_UPDATECHECK"] = "Off",
        ["NO_COLOR"] = "1",
    };

    private readonly string _program;
    private readonly string[] _leadingArguments;

    private PowerShellHost(string program, string[] leadingArguments, Version version, bool hasPester)
    {
        _program = program;
        _leadingArguments = leadingArguments;
        Version = version;
        HasPester = hasPester;
    }

    /// <summary>The oldest version that the module loads in.</summary>
    public static Version MinimumVersion { get; } = new(7, 6);

    /// <summary>Version of this pwsh.</summary>
    public Version Version { get; }

    /// <summary>Whether Pester 5.5 or later is installed.</summary>
    public bool HasPester { get; }

    /// <summary>Whether the module loads in it.</summary>
    public bool IsRecentEnough => Version >= MinimumVersion;

    /// <summary>Looks for a pwsh; <see langword="null"/> where there is none.</summary>
    public static PowerShellHost? Find() => Probe("pwsh", []) ?? (RestoreTool() ? Probe("dotnet", ["tool", "run", "pwsh", "--"]) : null);

    /// <summary>Runs a script file in a fresh process without profile.</summary>
    /// <param name="path">The script.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="timeout">How long it may take.</param>
    public (int ExitCode, string Output) RunFile(string path, IEnumerable<string> arguments, TimeSpan timeout) =>
        ChildProcess.Run(_program, [.. _leadingArguments, "-NoProfile", "-NonInteractive", "-File", path, .. arguments], Environment, timeout);

    private static PowerShellHost? Probe(string program, string[] leadingArguments)
    {
        const string Script =
            "$pester = Get-Module -ListAvailable Pester | Where-Object Version -ge '5.5'; "
            + "'{0}.{1}|{2}' -f $PSVersionTable.PSVersion.Major, $PSVersionTable.PSVersion.Minor, [bool]$pester";
        try
        {
            (int exitCode, string output) = ChildProcess.Run(
                program, [.. leadingArguments, "-NoProfile", "-NonInteractive", "-Command", Script], Environment, ProbeTimeout);
            string[] parts = output.Trim().Split('|');
            return exitCode == 0 && parts.Length == 2 && System.Version.TryParse(parts[0], out Version? version)
                ? new PowerShellHost(program, leadingArguments, version, bool.Parse(parts[1]))
                : null;
        }
        catch (Exception exception) when (exception is Win32Exception or TimeoutException)
        {
            return null;
        }
    }

    private static bool RestoreTool()
    {
        try
        {
            return ChildProcess.Run("dotnet", ["tool", "restore"], Environment, RestoreTimeout).ExitCode == 0;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }
}

using System.Diagnostics;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Fifo.Writer;
using Vmaf.Engine.Processes;

namespace Vmaf.Engine.Fifo;

/// <summary>
/// The program that hosts writer processes: the <c>vmaf</c> tool under a <c>dotnet</c> host, else PowerShell, which brings
/// a runtime of its own.
/// </summary>
internal sealed class FifoWriterProgram
{
    private const string ToolAssembly = "vmaf.dll";
    private const string AssemblyVariable = "VMAF_FIFO_WRITER_ASSEMBLY";

    // The runtime's own: 0 for no debugger and no tracing, whose pipes and sockets in the temporary folder a killed process leaves there.
    private const string DiagnosticsVariable = "DOTNET_EnableDiagnostics";

    // The path comes by the environment, so that no character of it means anything to PowerShell.
    private static readonly string PowerShellCommand =
        $"Add-Type -LiteralPath $env:{AssemblyVariable}; exit ([{typeof(FifoWriterHost).FullName}]::{nameof(FifoWriterHost.Run)}())";

    private static readonly Lazy<FifoWriterProgram> Found = new(Locate);

    private readonly string _program;
    private readonly IReadOnlyList<string> _arguments;
    private readonly string? _assembly;

    private FifoWriterProgram(string program, IReadOnlyList<string> arguments, string? assembly = null)
    {
        _program = program;
        _arguments = arguments;
        _assembly = assembly;
    }

    /// <summary>The host for this process, looked for once.</summary>
    /// <exception cref="VmafException">There is none (<see cref="VmafErrorIds.WriterHostNotFound"/>).</exception>
    public static FifoWriterProgram Default => Found.Value;

    /// <summary>What is started, for messages.</summary>
    public string Description => string.Join(' ', [_program, .. _arguments]);

    /// <summary>The tool's assembly run by a <c>dotnet</c> host.</summary>
    public static FifoWriterProgram DotnetTool(string dotnet, string toolAssembly) => new(dotnet, ["exec", toolAssembly, FifoWriterHost.Verb]);

    /// <summary>PowerShell with the engine's assembly loaded.</summary>
    public static FifoWriterProgram PowerShell(string pwsh, string engineAssembly) =>
        new(pwsh, ["-NoLogo", "-NoProfile", "-NonInteractive", "-Command", PowerShellCommand], engineAssembly);

    /// <summary>How to start it, all its streams redirected.</summary>
    public ProcessStartInfo StartInfo()
    {
        var start = new ProcessStartInfo(_program)
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string argument in _arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment[DiagnosticsVariable] = "0";
        if (_assembly is not null)
        {
            start.Environment[AssemblyVariable] = _assembly;
        }

        return start;
    }

    private static FifoWriterProgram Locate()
    {
        string engine = typeof(FifoWriterProgram).Assembly.Location;
        string folder = engine.Length > 0 ? Path.GetDirectoryName(engine)! : AppContext.BaseDirectory;
        string tool = Path.Combine(folder, ToolAssembly);
        if (File.Exists(tool) && DotnetHost.Find() is { } dotnet)
        {
            return DotnetTool(dotnet, tool);
        }

        string? self = Environment.ProcessPath;
        if (IsNamed(self, "vmaf"))
        {
            return new FifoWriterProgram(self!, [FifoWriterHost.Verb]);
        }

        string? pwsh = IsNamed(self, "pwsh") ? self : ExecutableSearch.Find("pwsh");
        if (pwsh is not null && engine.Length > 0)
        {
            return PowerShell(pwsh, engine);
        }

        throw new VmafException(
            VmafErrorIds.WriterHostNotFound,
            "A video that needs a decoder is read through a writer process, and no program was found to host it.",
            "Install the .NET runtime or PowerShell 7.6 or newer, so that 'dotnet' or 'pwsh' is on the PATH.");
    }

    private static bool IsNamed(string? path, string name) =>
        Path.GetFileNameWithoutExtension(path)?.Equals(name, StringComparison.OrdinalIgnoreCase) == true;
}

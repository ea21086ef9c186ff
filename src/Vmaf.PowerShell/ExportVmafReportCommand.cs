using System.Management.Automation;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Reports;
using Vmaf.PowerShell.Completion;
using Vmaf.PowerShell.Output;
using Vmaf.PowerShell.Paths;

namespace Vmaf.PowerShell;

/// <summary>Writes results as report files in the formats of libvmaf's tool.</summary>
[Cmdlet(VerbsData.Export, "VmafReport", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType(typeof(FileInfo))]
public sealed class ExportVmafReportCommand : VmafExportCmdlet
{
    private readonly HashSet<string> _written = new(StringComparer.Ordinal);
    private FileSystemPaths _paths = null!;

    /// <summary>Results of <c>Invoke-VmafQuality</c> or <c>Import-VmafReport</c>.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    [ValidateNotNull]
    public PSObject InputObject { get; set; } = null!;

    /// <summary>The file to write; or a folder, which gets one file a result, named after the distorted video.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = string.Empty;

    /// <summary>Format of the file, by default as its name ends; JSON in a folder.</summary>
    [Parameter(Position = 1)]
    [ArgumentCompleter(typeof(ReportFormatCompleter))]
    public ReportFormat? Format { get; set; }

    /// <summary>Number of significant digits; without it six decimals, as libvmaf writes.</summary>
    [Parameter]
    [ValidateRange(1, ReportWriter.MaximumSignificantDigits)]
    public int? SignificantDigits { get; set; }

    /// <summary>Prepares for the first result.</summary>
    protected override void BeginProcessing() => _paths = new FileSystemPaths(SessionState.Path);

    /// <summary>Writes the report of one result.</summary>
    protected override void ProcessRecord() => ForInput(Path, () =>
    {
        Report report = QualityRow.FindReport(InputObject) ?? throw new VmafException(
            VmafErrorIds.OptionInvalid,
            "The object is no result of Invoke-VmafQuality or Import-VmafReport.",
            "Give it as that command wrote it, not as Select-Object or a format command made it.",
            InputObject);
        string path = _paths.ResolveNew(Path);
        ReportFormat format;
        if (Directory.Exists(path))
        {
            format = Format ?? ReportFormat.Json;
            path = System.IO.Path.Combine(path, FileName(format));
        }
        else
        {
            RequireFileName(path);
            format = Format ?? ReportFileNames.FormatOf(path);
        }

        if (ShouldProcess(path, "Write VMAF report"))
        {
            Write(report, path, format);
        }
    });

    /// <summary>Refuses what can only be meant as a folder, so that nobody gets one file where many were wanted.</summary>
    private void RequireFileName(string path)
    {
        if (System.IO.Path.EndsInDirectorySeparator(path) || (Format is null && !System.IO.Path.HasExtension(path)))
        {
            throw new VmafException(
                VmafErrorIds.OutputUnwritable,
                $"There is no folder '{path}'.",
                $"Make it first: New-Item -ItemType Directory '{Path}'. Or give a file whose name ends in .json, .xml, .csv or .sub.",
                path);
        }
    }

    private void Write(Report report, string path, ReportFormat format)
    {
        if (!_written.Add(path))
        {
            throw new VmafException(
                VmafErrorIds.OutputExists,
                $"'{path}' was written for another result of the same command.",
                "Give a folder as path, so that every result gets its own file.",
                path);
        }

        WriteFile(path, () => ReportWriter.Write(report, path, format, SignificantDigits));
    }

    private string FileName(ReportFormat format)
    {
        string? source = (InputObject.Properties["Distorted"]?.Value ?? InputObject.Properties["ReportPath"]?.Value) as string;
        return (System.IO.Path.GetFileNameWithoutExtension(source) ?? "vmaf") + ReportFileNames.ExtensionOf(format);
    }
}

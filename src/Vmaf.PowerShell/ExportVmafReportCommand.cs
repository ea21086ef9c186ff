using System.Globalization;
using System.Management.Automation;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Reports;
using Vmaf.Engine.Reports.Html;
using Vmaf.Engine.Reports.Plots;
using Vmaf.PowerShell.Completion;
using Vmaf.PowerShell.Output;
using Vmaf.PowerShell.Paths;
using Vmaf.PowerShell.Presenting;

namespace Vmaf.PowerShell;

/// <summary>Writes results as report files: in the formats of libvmaf's tool, as a page for browsers, or as a drawing.</summary>
[Cmdlet(VerbsData.Export, "VmafReport", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType(typeof(FileInfo))]
public sealed class ExportVmafReportCommand : VmafExportCmdlet
{
    private const int WorstFrameCountOfOne = 4;
    private const int WorstFrameCountOfMany = 2;

    private readonly HashSet<string> _written = new(StringComparer.Ordinal);
    private readonly List<(PSObject Row, Report Report)> _results = [];
    private FileSystemPaths _paths = null!;

    /// <summary>Results of <c>Invoke-VmafQuality</c> or <c>Import-VmafReport</c>.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    [ValidateNotNull]
    public PSObject InputObject { get; set; } = null!;

    /// <summary>The file to write; or a folder that exists, which gets one file a result, named after the distorted video.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = string.Empty;

    /// <summary>Format of the file, by default as its name ends; JSON in a folder.</summary>
    [Parameter(Position = 1)]
    [ArgumentCompleter(typeof(ReportFormatCompleter))]
    public ReportFormat? Format { get; set; }

    /// <summary>Number of significant digits in logs; without it six decimals, as libvmaf writes.</summary>
    [Parameter]
    [ValidateRange(1, ReportWriter.MaximumSignificantDigits)]
    public int? SignificantDigits { get; set; }

    /// <summary>How many of its worst frames a page shows of each result; by default 4 of a single one, 2 of each of several.</summary>
    [Parameter]
    [ValidateRange(0, 100)]
    public int? WorstFrameCount { get; set; }

    /// <summary>Leaves the pictures of the worst frames out of a page, for which the videos would be read again.</summary>
    [Parameter]
    public SwitchParameter NoThumbnail { get; set; }

    /// <summary>Prepares for the first result.</summary>
    protected override void BeginProcessing() => _paths = new FileSystemPaths(SessionState.Path);

    /// <summary>Writes the report of one result into a folder, or keeps it: only the end tells whether it is the only one.</summary>
    protected override void ProcessRecord() => ForInput(Path, () =>
    {
        Report report = QualityRow.RequireReport(InputObject);
        string path = _paths.ResolveNew(Path);
        if (Directory.Exists(path))
        {
            ReportFormat format = Format ?? ReportFormat.Json;
            Write([(InputObject, report)], FreePath(path, format), format);
        }
        else
        {
            if (!IsForPeople(FormatOf(path)) && _results.Count > 0)
            {
                RefuseSeveral(path);
            }

            _results.Add((InputObject, report));
        }
    });

    /// <summary>Writes the log of the only result, or the page or the drawing that shows all of them.</summary>
    protected override void EndProcessing()
    {
        if (_results.Count > 0)
        {
            ForInput(Path, () =>
            {
                string path = _paths.ResolveNew(Path);
                Write(_results, path, FormatOf(path));
            });
        }
    }

    /// <summary>Ends the command at the second result for a log, before anything is written, and before others are measured in vain.</summary>
    private void RefuseSeveral(string path) => ForCall<object>(() => throw new VmafException(
        VmafErrorIds.OptionInvalid,
        $"Several results cannot be written to '{path}': a log holds one. Nothing was written.",
        "Give a folder that exists, with -Format: each result gets its own file there. A name that ends in .html is one page of all of them, and Export-Csv writes a line of pooled scores for each.",
        path));

    private static bool IsForPeople(ReportFormat format) => format is ReportFormat.Html or ReportFormat.Svg;

    /// <summary>Refuses what can only be meant as a folder, so that nobody gets one file where many were wanted.</summary>
    private ReportFormat FormatOf(string path)
    {
        if (System.IO.Path.EndsInDirectorySeparator(path) || (Format is null && !System.IO.Path.HasExtension(path)))
        {
            throw new VmafException(
                VmafErrorIds.OutputUnwritable,
                $"There is no folder '{path}'.",
                $"Make it first: New-Item -ItemType Directory '{Path}'. Or give a file whose name ends in .json, .xml, .csv, .sub, .html or .svg.",
                path);
        }

        return Format ?? ReportFileNames.FormatOf(path);
    }

    private void Write(List<(PSObject Row, Report Report)> results, string path, ReportFormat format)
    {
        RefuseOptionsWithoutMeaning(format);
        if (!ShouldProcess(path, "Write VMAF report"))
        {
            return;
        }

        WriteFile(path, () =>
        {
            switch (format)
            {
                case ReportFormat.Html:
                    int worstFrameCount = WorstFrameCount ?? (results.Count == 1 ? WorstFrameCountOfOne : WorstFrameCountOfMany);
                    HtmlReport.Write(Present(results, new PresentationOptions(worstFrameCount, HasPictures: !NoThumbnail)), path);
                    break;
                case ReportFormat.Svg:
                    ScorePlot.Write(Present(results, new PresentationOptions(WorstFrameCount: 0, HasPictures: false)), path);
                    break;
                default:
                    ReportWriter.Write(results[0].Report, path, format, SignificantDigits);
                    break;
            }
        });
    }

    private PresentedResult[] Present(List<(PSObject Row, Report Report)> results, PresentationOptions options)
    {
        var presenter = new ResultPresenter(options, StoppingToken);
        IReadOnlyList<string> names = ResultNames.Of([.. results.Select(result => result.Row)]);
        return [.. results.Select((result, index) => presenter.Present(result.Row, result.Report, names[index]))];
    }

    private void RefuseOptionsWithoutMeaning(ReportFormat format)
    {
        Refuse(nameof(SignificantDigits), IsForPeople(format));
        Refuse(nameof(WorstFrameCount), format != ReportFormat.Html);
        Refuse(nameof(NoThumbnail), format != ReportFormat.Html);

        void Refuse(string parameter, bool hasNoMeaning)
        {
            if (hasNoMeaning && MyInvocation.BoundParameters.ContainsKey(parameter))
            {
                throw new VmafException(
                    VmafErrorIds.OptionInvalid, $"-{parameter} has no meaning for the format {format}.", "Leave it out.", parameter);
            }
        }
    }

    /// <summary>Path of the file for a result in a folder: named after its video, with a number where another result has that name.</summary>
    private string FreePath(string folder, ReportFormat format)
    {
        string name = System.IO.Path.GetFileNameWithoutExtension(QualityRow.FindName(InputObject)) ?? "vmaf";
        string path;
        int number = 1;
        do
        {
            string suffix = number == 1 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $"-{number}");
            path = System.IO.Path.Combine(folder, $"{name}{suffix}{ReportFileNames.ExtensionOf(format)}");
            number++;
        }
        while (!_written.Add(path));
        return path;
    }
}

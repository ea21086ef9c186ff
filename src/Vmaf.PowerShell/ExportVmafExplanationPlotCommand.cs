using System.Management.Automation;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Reports.Plots;
using Vmaf.PowerShell.Output;
using Vmaf.PowerShell.Paths;

namespace Vmaf.PowerShell;

/// <summary>Draws explanations as an SVG file.</summary>
[Cmdlet(VerbsData.Export, "VmafExplanationPlot", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType(typeof(FileInfo))]
public sealed class ExportVmafExplanationPlotCommand : VmafExportCmdlet
{
    private const string ExplanationProperty = "Explanation";
    private const string Extension = ".svg";

    private readonly List<FrameExplanationRow> _frames = [];
    private string _path = string.Empty;

    /// <summary>Explanations of <c>Get-VmafExplanation</c>, or results of <c>Invoke-VmafQuality -Explain</c>.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    [ValidateNotNull]
    public PSObject InputObject { get; set; } = null!;

    /// <summary>The file to write; its name ends in <c>.svg</c>.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = string.Empty;

    /// <summary>Leaves the pictures of the frames out.</summary>
    [Parameter]
    public SwitchParameter NoThumbnail { get; set; }

    /// <summary>Checks the name of the file.</summary>
    protected override void BeginProcessing() => _path = ForCall(() =>
    {
        string path = new FileSystemPaths(SessionState.Path).ResolveNew(Path);
        return path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase)
            ? path
            : throw new VmafException(
                VmafErrorIds.OptionInvalid, $"'{Path}' does not end in {Extension}.", "Plots are SVG files; browsers show them.", Path);
    });

    /// <summary>Takes the frames of one input object: of a clip, its worst.</summary>
    protected override void ProcessRecord() => ForInput(InputObject, () => _frames.AddRange(FramesOf(InputObject)));

    /// <summary>Draws all frames.</summary>
    protected override void EndProcessing()
    {
        if (_frames.Count == 0 || !ShouldProcess(_path, "Write VMAF explanation plot"))
        {
            return;
        }

        ForInput(_path, () =>
        {
            Dictionary<ExplainedClip, IReadOnlyDictionary<int, GrayPicture>> pictures =
                NoThumbnail ? [] : _frames.Select(frame => frame.Clip).OfType<ExplainedClip>().Distinct().ToDictionary(clip => clip, ReadPictures);
            WriteFile(_path, () => ExplanationPlot.Write([.. _frames.Select(frame => Plotted(frame, pictures))], _path));
        });
    }

    private static IEnumerable<FrameExplanationRow> FramesOf(PSObject input) => input.BaseObject switch
    {
        FrameExplanationRow frame => [frame],
        ExplanationRow clip => clip.WorstFrames,
        _ when input.Properties[ExplanationProperty]?.Value is { } inner => FramesOf(PSObject.AsPSObject(inner)),
        _ => throw new VmafException(
            VmafErrorIds.OptionInvalid,
            "The object is no explanation.",
            "Give objects of Get-VmafExplanation, or of Invoke-VmafQuality -Explain.",
            input),
    };

    private static PlottedFrame Plotted(
        FrameExplanationRow frame, Dictionary<ExplainedClip, IReadOnlyDictionary<int, GrayPicture>> pictures)
    {
        GrayPicture? picture = frame.Clip is { } clip && pictures.TryGetValue(clip, out IReadOnlyDictionary<int, GrayPicture>? ofClip)
            ? ofClip.GetValueOrDefault(frame.Frame)
            : null;
        return new PlottedFrame(System.IO.Path.GetFileName(frame.Distorted) ?? string.Empty, frame.Explanation, picture);
    }

    /// <summary>A video that is gone, or not to be read, costs the pictures and not the plot.</summary>
    private IReadOnlyDictionary<int, GrayPicture> ReadPictures(ExplainedClip clip)
    {
        try
        {
            IEnumerable<int> frames = _frames.Where(frame => clip.Equals(frame.Clip)).Select(frame => frame.Frame);
            return ThumbnailReader.Read(clip.Path, clip.Hints, clip.SkippedFrames, frames, StoppingToken);
        }
        catch (VmafException error)
        {
            WriteWarning($"The plot has no pictures of '{clip.Path}'. {error.Message}");
            return new Dictionary<int, GrayPicture>();
        }
    }
}

using System.Globalization;

namespace Vmaf.Benchmarks.WholeRun;

/// <summary>Options that the commands which compare with libvmaf share.</summary>
/// <param name="OwnTool">Path of our <c>vmaf</c>.</param>
/// <param name="PeerTool">Path of libvmaf's <c>vmaf</c>.</param>
/// <param name="ModelFolder">Folder with official model files.</param>
/// <param name="Clips">Where the clips are.</param>
/// <param name="RunCount">Counted runs of each program.</param>
/// <param name="FrameCount">Frames of a 1080p run.</param>
/// <param name="Rows">Only rows whose names contain this are measured.</param>
internal sealed record ComparisonOptions(
    string OwnTool, string PeerTool, string ModelFolder, ClipLibrary Clips, int RunCount, int FrameCount, string Rows)
{
    /// <summary>Reads the options; says how the command is called where one is missing.</summary>
    /// <param name="arguments">What follows the command's name, in pairs of name and value.</param>
    /// <param name="usage">How the command is called.</param>
    /// <param name="frameCount">Frames of a 1080p run where none are given.</param>
    /// <returns><see langword="null"/> if something is missing.</returns>
    public static ComparisonOptions? Parse(string[] arguments, string usage, int frameCount)
    {
        Dictionary<string, string> options = arguments.Chunk(2).Where(static pair => pair.Length == 2).ToDictionary(static pair => pair[0], static pair => pair[1]);
        if (arguments.Length % 2 != 0 || !options.TryGetValue("--libvmaf", out string? peer) || !options.TryGetValue("--models", out string? models))
        {
            Console.Error.WriteLine($"Usage: {usage}");
            return null;
        }

        return new ComparisonOptions(
            options.GetValueOrDefault("--tool") ?? BuiltTool.Path,
            peer,
            Path.GetFullPath(models),
            new ClipLibrary(options.GetValueOrDefault("--clips") ?? Path.Combine(Path.GetTempPath(), "vmaf-benchmark-clips")),
            Number("--runs", 5),
            Number("--frames", frameCount),
            options.GetValueOrDefault("--rows") ?? string.Empty);

        int Number(string name, int otherwise) =>
            options.TryGetValue(name, out string? text) ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
    }
}

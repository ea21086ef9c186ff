using System.Globalization;
using Vmaf.Benchmarks.WholeRun;

namespace Vmaf.Benchmarks.FifoRuns;

/// <summary>Options of the command.</summary>
/// <param name="Tool">Path of the <c>vmaf</c> to measure.</param>
/// <param name="ClipFolder">Where the clips are, and the encoded ones are made.</param>
/// <param name="Width">Luma width.</param>
/// <param name="Height">Luma height.</param>
/// <param name="FrameCount">Frames of a whole run.</param>
/// <param name="ThreadCount">Measuring threads.</param>
/// <param name="RunCount">Counted rounds.</param>
/// <param name="Encoders">ffmpeg's names of the encoders whose decoding is measured.</param>
internal sealed record FifoOptions(
    string Tool, string ClipFolder, int Width, int Height, int FrameCount, int ThreadCount, int RunCount, IReadOnlyList<string> Encoders)
{
    /// <summary>How the command is called.</summary>
    public const string Usage =
        "fifo [--threads 1] [--frames 200] [--runs 5] [--size 1920x1080] [--encoders mpeg2video,libx264] [--clips <folder>] [--tool <our vmaf program>]";

    private static readonly string[] Names = ["--threads", "--frames", "--runs", "--size", "--encoders", "--clips", "--tool"];

    /// <summary>Reads the options; says how the command is called where one is unknown.</summary>
    /// <param name="arguments">What follows the command's name, in pairs of name and value.</param>
    /// <returns><see langword="null"/> if something is wrong.</returns>
    public static FifoOptions? Parse(string[] arguments)
    {
        Dictionary<string, string> options = arguments.Chunk(2).Where(static pair => pair.Length == 2).ToDictionary(static pair => pair[0], static pair => pair[1]);
        if (arguments.Length % 2 != 0 || options.Keys.Any(static name => !Names.Contains(name)))
        {
            Console.Error.WriteLine($"Usage: {Usage}");
            return null;
        }

        int[] size = [.. options.GetValueOrDefault("--size", "1920x1080").Split('x').Select(Whole)];
        return new FifoOptions(
            options.GetValueOrDefault("--tool") ?? BuiltTool.Path,
            options.GetValueOrDefault("--clips") ?? Path.Combine(Path.GetTempPath(), "vmaf-benchmark-clips"),
            size[0],
            size[1],
            Whole(options.GetValueOrDefault("--frames", "200")),
            Whole(options.GetValueOrDefault("--threads", "1")),
            Whole(options.GetValueOrDefault("--runs", "5")),
            options.GetValueOrDefault("--encoders", "mpeg2video,libx264").Split(',', StringSplitOptions.RemoveEmptyEntries));
    }

    private static int Whole(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}

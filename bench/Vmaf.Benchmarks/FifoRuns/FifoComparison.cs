using System.Globalization;
using Vmaf.Benchmarks.WholeRun;

namespace Vmaf.Benchmarks.FifoRuns;

/// <summary>
/// Measures a pair through FIFOs against what it is made of: measuring the plain files, and decoding both sides at once; and against
/// both beside each other with nothing between them, which is what the processors allow. All take turns, so that whatever else the
/// machine does meets all of them.
/// </summary>
internal sealed class FifoComparison(FifoOptions options, BenchmarkClip files)
{
    /// <summary>Head of the table.</summary>
    public const string TableHead =
        "| input | frames | files, no decoder | decoding alone, both sides at once | both beside each other, no FIFOs | through FIFOs | over the slower | over both beside each other | processor seconds more |\n|---|---|---|---|---|---|---|---|---|";

    /// <summary>Decodes the first of the shell's parameters; the third is how many frames.</summary>
    private const string Decoder = "ffmpeg -nostdin -v error -i \"$1\" -map 0:v:0 -frames:v \"$3\" -f rawvideo -y /dev/null &";

    private static readonly string Decoders = Decoder + Decoder.Replace("$1", "$2", StringComparison.Ordinal);

    private static readonly IReadOnlyDictionary<string, string> NoVariables = new Dictionary<string, string>();

    /// <summary>A row of the table: medians of wall seconds, processor seconds in brackets.</summary>
    /// <param name="input">The pair.</param>
    /// <param name="frames">Frames of a run.</param>
    public string Measure(FifoInput input, int frames)
    {
        var scoring = new List<Measurement>();
        var decoding = new List<Measurement>();
        var beside = new List<Measurement>();
        var both = new List<Measurement>();
        for (int round = 0; round <= options.RunCount; round++)
        {
            Measurement alone = Run(Score(files, frames));
            Measurement? decoded = input.IsEncoded ? Run(Decode(input.Clip, frames)) : null;
            Measurement? unconnected = input.IsEncoded ? Run(ScoreBesideDecoders(input.Clip, frames)) : null;
            Measurement through = Run([.. Score(input.Clip, frames), "--fifo_mode", "always"]);

            // The first round fills caches.
            if (round > 0)
            {
                scoring.Add(alone);
                both.Add(through);
                decoding.AddRange(decoded is null ? [] : [decoded]);
                beside.AddRange(unconnected is null ? [] : [unconnected]);
            }
        }

        double slower = Math.Max(Wall(scoring), decoding.Count > 0 ? Wall(decoding) : 0);
        double parts = Cpu(scoring) + (decoding.Count > 0 ? Cpu(decoding) : 0);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {input.Name} | {frames} | {Show(scoring)} | {Show(decoding)} | {Show(beside)} | {Show(both)} | {Excess(both, slower)} | {(beside.Count > 0 ? Excess(both, Wall(beside)) : string.Empty)} | {Cpu(both) - parts:0.00} |");
    }

    private static Measurement Run(string[] command)
    {
        Measurement measurement = ProcessMeter.Run(command, NoVariables);
        return measurement.ExitCode == 0 ? measurement : throw new InvalidOperationException($"Failed: {string.Join(' ', command)}");
    }

    /// <summary>One shell is the parent of both decoders, and waits for both.</summary>
    private static string[] Decode(BenchmarkClip clip, int frames) => Shell(Decoders + " wait", clip, frames);

    private static string[] Shell(string script, BenchmarkClip clip, int frames) =>
        ["/bin/sh", "-c", script, "sh", clip.Reference, clip.Distorted, frames.ToString(CultureInfo.InvariantCulture)];

    private static string Excess(IEnumerable<Measurement> runs, double wall) =>
        string.Create(CultureInfo.InvariantCulture, $"{100 * ((Wall(runs) / wall) - 1):+0;-0} %");

    private static double Wall(IEnumerable<Measurement> runs) => new Spread(runs.Select(static run => run.WallSeconds)).Median;

    private static double Cpu(IEnumerable<Measurement> runs) => new Spread(runs.Select(static run => run.CpuSeconds)).Median;

    private static string Show(List<Measurement> runs) =>
        runs.Count == 0 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $"{Wall(runs):0.00} ({Cpu(runs):0.00})");

    /// <summary>Measures the plain files while both videos are decoded, at the priority that decoders have behind FIFOs, into nothing.</summary>
    private string[] ScoreBesideDecoders(BenchmarkClip clip, int frames) =>
        [.. Shell(Decoders.Replace("ffmpeg", "nice -n 10 ffmpeg", StringComparison.Ordinal) + " shift 3; \"$@\" && wait", clip, frames), .. Score(files, frames)];

    private string[] Score(BenchmarkClip clip, int frames) =>
    [
        options.Tool, "-r", clip.Reference, "-d", clip.Distorted, "-q", "--json", "-o", "/dev/null",
        "--frame_cnt", frames.ToString(CultureInfo.InvariantCulture), "--threads", options.ThreadCount.ToString(CultureInfo.InvariantCulture),
    ];
}

using System.Globalization;
using Vmaf.Benchmarks.WholeRun;

namespace Vmaf.Benchmarks.FifoRuns;

/// <summary>
/// Measures a pair through FIFOs against what it is made of: measuring the plain files, and decoding both sides at once. The three
/// take turns, so that whatever else the machine does meets all of them.
/// </summary>
internal sealed class FifoComparison(FifoOptions options, BenchmarkClip files)
{
    /// <summary>Head of the table.</summary>
    public const string TableHead =
        "| input | frames | files, no decoder | decoding alone, both sides at once | through FIFOs | over the slower | processor seconds more |\n|---|---|---|---|---|---|---|";

    private static readonly IReadOnlyDictionary<string, string> NoVariables = new Dictionary<string, string>();

    /// <summary>A row of the table: medians of wall seconds, processor seconds in brackets.</summary>
    /// <param name="input">The pair.</param>
    /// <param name="frames">Frames of a run.</param>
    public string Measure(FifoInput input, int frames)
    {
        var scoring = new List<Measurement>();
        var decoding = new List<Measurement>();
        var both = new List<Measurement>();
        for (int round = 0; round <= options.RunCount; round++)
        {
            Measurement alone = Run(Score(files, frames));
            Measurement? decoded = input.IsEncoded ? Run(Decode(input.Clip, frames)) : null;
            Measurement through = Run([.. Score(input.Clip, frames), "--fifo_mode", "always"]);

            // The first round fills caches.
            if (round > 0)
            {
                scoring.Add(alone);
                both.Add(through);
                decoding.AddRange(decoded is null ? [] : [decoded]);
            }
        }

        double slower = Math.Max(Wall(scoring), decoding.Count > 0 ? Wall(decoding) : 0);
        double parts = Cpu(scoring) + (decoding.Count > 0 ? Cpu(decoding) : 0);
        string decoder = decoding.Count > 0 ? Show(decoding) : string.Empty;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {input.Name} | {frames} | {Show(scoring)} | {decoder} | {Show(both)} | {100 * ((Wall(both) / slower) - 1):+0;-0} % | {Cpu(both) - parts:0.00} |");
    }

    private static Measurement Run(string[] command)
    {
        Measurement measurement = ProcessMeter.Run(command, NoVariables);
        return measurement.ExitCode == 0 ? measurement : throw new InvalidOperationException($"Failed: {string.Join(' ', command)}");
    }

    /// <summary>One shell is the parent of both decoders, and waits for both.</summary>
    private static string[] Decode(BenchmarkClip clip, int frames)
    {
        string limit = frames.ToString(CultureInfo.InvariantCulture);
        const string Decoder = "ffmpeg -nostdin -v error -i \"$1\" -map 0:v:0 -frames:v \"$3\" -f rawvideo -y /dev/null";
        return ["/bin/sh", "-c", $"{Decoder} & {Decoder.Replace("$1", "$2", StringComparison.Ordinal)} & wait", "sh", clip.Reference, clip.Distorted, limit];
    }

    private static double Wall(IEnumerable<Measurement> runs) => new Spread(runs.Select(static run => run.WallSeconds)).Median;

    private static double Cpu(IEnumerable<Measurement> runs) => new Spread(runs.Select(static run => run.CpuSeconds)).Median;

    private static string Show(List<Measurement> runs) => string.Create(CultureInfo.InvariantCulture, $"{Wall(runs):0.00} ({Cpu(runs):0.00})");

    private string[] Score(BenchmarkClip clip, int frames) =>
    [
        options.Tool, "-r", clip.Reference, "-d", clip.Distorted, "-q", "--json", "-o", "/dev/null",
        "--frame_cnt", frames.ToString(CultureInfo.InvariantCulture), "--threads", options.ThreadCount.ToString(CultureInfo.InvariantCulture),
    ];
}

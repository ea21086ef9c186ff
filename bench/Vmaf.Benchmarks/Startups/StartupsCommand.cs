using System.Diagnostics;
using System.Globalization;
using Vmaf.Engine.Assets;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Models;
using Vmaf.Engine.Pairs;
using Vmaf.Engine.Scoring;
using Vmaf.Engine.Video;

namespace Vmaf.Benchmarks.Startups;

/// <summary>
/// Starts pairs of FIFO writers again and again, scores what they send, and counts what must never happen: hangs, other errors, scores
/// that differ from the files' own, and things left behind. Made to run while something else keeps processors and disk busy.
/// </summary>
internal static class StartupsCommand
{
    private const int Width = 128;
    private const int Height = 96;
    private const int FrameCount = 6;

    /// <summary>A start-up with its scoring that takes longer counts as a hang.</summary>
    private static readonly TimeSpan HangTime = TimeSpan.FromMinutes(2);

    private static readonly Lazy<VmafModel> Model = new(() => ModelCatalog.FromEnvironment().Load(ModelCatalog.DefaultModelName));

    /// <summary>Runs the command; the first argument is the number of start-ups, 1000 where none is given.</summary>
    public static int Run(string[] arguments)
    {
        int count = arguments.Length > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 1000;
        string folder = Directory.CreateTempSubdirectory("vmaf-startups-").FullName;
        try
        {
            string reference = WriteClip(folder, "reference.yuv", noise: 0);
            string distorted = WriteClip(folder, "distorted.yuv", noise: 24);
            var tally = new StartupTally(folder);
            double expected = ScoreFiles(reference, distorted);
            for (int number = 0; number < count; number++)
            {
                One(tally, MakeAsset(reference, distorted, usesDecoder: number % 2 == 0), folder, expected);
            }

            tally.Print(Console.Out);
            return tally.IsClean ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Every other start-up decodes a range with ffmpeg; the others pass luma through a function that changes nothing.</summary>
    private static Asset MakeAsset(string reference, string distorted, bool usesDecoder)
    {
        var properties = new AssetProperties { ["width"] = Width, ["height"] = Height };
        if (usesDecoder)
        {
            properties["start_frame"] = 0;
            properties["end_frame"] = FrameCount - 1;
        }
        else
        {
            properties["proc_callback"] = "identity";
        }

        return new Asset("startups", 0, 0, reference, distorted, properties);
    }

    private static void One(StartupTally tally, Asset asset, string folder, double expected)
    {
        using var hang = new CancellationTokenSource(HangTime);
        long start = Stopwatch.GetTimestamp();
        try
        {
            using AssetStreams streams = AssetStreams.Open(asset, new AssetStreamOptions { TemporaryRoot = folder }, hang.Token);
            TimeSpan ready = Stopwatch.GetElapsedTime(start);
            using var clips = new ClipPair(streams.Reference!, streams.Distorted);
            tally.Finished(ready, isScoreRight: Score(clips, hang.Token) == expected);
        }
        catch (OperationCanceledException)
        {
            tally.Hung();
        }
        catch (VmafException error)
        {
            tally.Failed(error);
        }

        tally.CheckLeaks();
    }

    private static double ScoreFiles(string reference, string distorted)
    {
        var options = new ClipPairOptions { ReferenceHints = new RawVideoHints(Width, Height), DistortedHints = new RawVideoHints(Width, Height) };
        using ClipPair clips = ClipPair.Open(reference, distorted, options);
        return Score(clips, CancellationToken.None);
    }

    private static double Score(ClipPair clips, CancellationToken cancellationToken)
    {
        var options = new ScoringOptions { Models = [Model.Value], ThreadCount = 1 };
        using ScoringRun run = QualityScorer.Start(clips, options, cancellationToken);
        return run.Complete().Models[0].Pooled.Mean ?? double.NaN;
    }

    private static string WriteClip(string folder, string name, int noise)
    {
        var random = new Random(5);
        byte[] bytes = new byte[FrameCount * Width * Height * 3 / 2];
        for (int i = 0; i < bytes.Length; i++)
        {
            int x = i % Width;
            int y = i / Width % Height;
            bytes[i] = (byte)Math.Clamp(128 + (60 * Math.Sin((x + (i / (Width * Height))) * 0.2)) + (40 * Math.Cos(y * 0.13)) + random.Next(-noise, noise + 1), 0, 255);
        }

        string path = Path.Combine(folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }
}

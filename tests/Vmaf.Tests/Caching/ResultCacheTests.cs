using Vmaf.Engine.Caching;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Metrics;
using Vmaf.Engine.Models;
using Vmaf.Engine.Pairs;
using Vmaf.Engine.Reports;
using Vmaf.Engine.Scoring;
using Vmaf.Engine.Video;
using Vmaf.Tests.Video;
using Xunit;

namespace Vmaf.Tests.Caching;

public sealed class ResultCacheTests : IDisposable
{
    private static readonly string Key = new('a', 64);
    private static readonly VideoFormat Small = new(96, 64, ChromaFormat.Yuv420, 8);

    private readonly TemporaryFolder _folder = new();
    private readonly ResultCache _cache;

    public ResultCacheTests() => _cache = new ResultCache(Path.Combine(_folder.FullPath, "cache"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_result_comes_back_to_the_last_bit()
    {
        CachedRun run = Measure();
        Assert.Contains(run.Result.Frames, frame => frame.NonFiniteFeatures.Count > 0);
        Assert.NotEmpty(run.Result.Aggregates);
        _cache.Save(Key, run);
        CachedRun found = Find()!;
        Assert.Equal(Exact(run.Result), Exact(found.Result));
        Assert.Equal((run.FrameRate, run.Offset), (found.FrameRate, found.Offset));
        Assert.Equal(("new reference", "new distorted"), (found.Result.Reference, found.Result.Distorted));
        Assert.Equal(run.Result.Format, found.Result.Format);
        Assert.Equal(96 * 64 * 1.5 * 8 * 25 / 1000, found.Result.DistortedKilobitsPerSecond);
        Assert.Equal(
            run.Result.Models.Select(model => (model.Name, model.Model.Sha256, model.Pooled, model.Bootstrap)),
            found.Result.Models.Select(model => (model.Name, model.Model.Sha256, model.Pooled, model.Bootstrap)));
        Assert.Equal(run.Result.Metrics, found.Result.Metrics);
        Assert.Equal(run.Result.Aggregates, found.Result.Aggregates);
        Assert.Equal(run.Result.Elapsed, found.Result.Elapsed);
        Assert.Equal(run.Result.Warnings, found.Result.Warnings);
        Assert.Equal((run.Result.ReferenceFrameCount, run.Result.DistortedFrameCount), (found.Result.ReferenceFrameCount, found.Result.DistortedFrameCount));
        foreach ((FrameScore expected, FrameScore actual) in run.Result.Frames.Zip(found.Result.Frames))
        {
            Assert.Equal(
                expected.RawValues.ToArray().Select(BitConverter.DoubleToInt64Bits), actual.RawValues.ToArray().Select(BitConverter.DoubleToInt64Bits));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[1")]
    [InlineData("""{"format": 999}""")]
    [InlineData("""{"format": 1}""")]
    [InlineData("""{"format": 2}""")]
    [InlineData("""{"format": 3}""")]
    [InlineData("""{"format": 4, "sha256": 5, "run": {}}""")]
    [InlineData("""{"format": 4, "sha256": "", "run": {"metrics": ["vmaf"], "frames": [[0]]}}""")]
    [InlineData("""{"format": 4, "sha256": "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a", "run": {}}""")]
    public void A_file_that_cannot_be_read_counts_as_not_there(string content)
    {
        _cache.Save(Key, Measure());
        File.WriteAllText(Path.Combine(_folder.FullPath, "cache", Key + ".json"), content);
        Assert.Null(Find());
        Assert.Empty(_cache.List());
    }

    [Theory]
    [InlineData("\"elapsedTicks\":", "\"elapsedTicks\":1")]
    [InlineData("\"frames\":[[0,", "\"frames\":[[0,1")]
    [InlineData("\"bitDepth\":8", "\"bitDepth\":10")]
    public void A_damaged_number_is_not_taken_for_a_result(string before, string after)
    {
        _cache.Save(Key, Measure());
        string path = Path.Combine(_folder.FullPath, "cache", Key + ".json");
        string whole = File.ReadAllText(path);
        string damaged = whole.Replace(before, after, StringComparison.Ordinal);
        Assert.NotEqual(whole, damaged);
        File.WriteAllText(path, damaged);
        Assert.Null(Find());
        Assert.Empty(_cache.List());
    }

    [Fact]
    public void A_result_that_cannot_be_written_leaves_nothing_behind()
    {
        string folder = Directory.CreateDirectory(Path.Combine(_folder.FullPath, "cache")).FullName;
        Directory.CreateDirectory(Path.Combine(folder, Key + ".json"));
        TestVideo.Fails(VmafErrorIds.OutputUnwritable, () => _cache.Save(Key, Measure()));
        Assert.Empty(Directory.EnumerateFiles(folder));
    }

    [Fact]
    public void Metrics_by_name_come_back_and_are_listed()
    {
        var catalog = new ModelCatalog(_folder.FullPath, []);
        var options = new ScoringOptions
        {
            Metrics = MetricSelection.Create(["PSNR", "EnsembleVMAF", "VMAFNEG", "CIEDE2000", "SITI"], catalog, ["vmaf_v0.6.1"]),
        };
        CachedRun run = Measure(options);
        _cache.Save(Key, run);
        QualityResult found = Find(options)!.Result;
        Assert.Equal(["PSNR", "ciede2000", "si", "ti"], run.Result.Names.Named);
        Assert.Equal(run.Result.Names.Named, found.Names.Named);
        Assert.Equal(
            run.Result.Models.Select(model => (model.Name, model.Pooled, model.Bootstrap)),
            found.Models.Select(model => (model.Name, model.Pooled, model.Bootstrap)));
        CacheEntry entry = Assert.Single(_cache.List());
        Assert.Equal(run.Result.Names.Named, entry.Summary.Select(metric => metric.Key));
        Assert.Equal(run.Result.Metrics[run.Result.Names.IndexOf("PSNR")].Pooled?.Mean, entry.Summary[0].Value);
    }

    [Fact]
    public void A_result_has_the_order_of_who_asks_now()
    {
        string first = _folder.Write("a.y4m", Clip(1));
        string second = _folder.Write("b.y4m", Clip(2));
        ScoringOptions before = Asked(["VMAF", "PSNR", "SITI", "VMAFNEG"], "psnr_hvs", "ciede");
        ScoringOptions now = Asked(["SITI", "VMAFNEG", "VMAF", "PSNR"], "ciede", "psnr_hvs");
        Assert.Equal(KeyOf(first, second, scoring: before), KeyOf(first, second, scoring: now));
        Assert.NotEqual(KeyOf(first, second, scoring: before), KeyOf(first, second, scoring: Asked(["VMAF", "PSNR", "SITI"], "psnr_hvs", "ciede")));

        _cache.Save(Key, Measure(before));
        QualityResult measured = Measure(now).Result;
        QualityResult found = Find(now)!.Result;
        Assert.Equal(["si", "ti", "PSNR"], found.Names.Named);
        Assert.Equal(["VMAFNEG", "vmaf"], found.Names.Scores);
        Assert.Equal(measured.Score, found.Score);
        Assert.Equal(Exact(measured with { Elapsed = TimeSpan.Zero }), Exact(found with { Elapsed = TimeSpan.Zero }));
        Assert.Equal(measured.Models.Select(model => (model.Name, model.Model.Name, model.Pooled)), found.Models.Select(model => (model.Name, model.Model.Name, model.Pooled)));
        Assert.Null(Find(Asked(["VMAF", "PSNR"], "psnr_hvs")));
    }

    [Fact]
    public void Where_there_is_no_score_the_features_are_listed()
    {
        _cache.Save(Key, Measure(new ScoringOptions { Features = [new FeatureRequest("psnr_hvs")] }));
        CacheEntry entry = Assert.Single(_cache.List());
        Assert.Empty(entry.Models);
        Assert.Equal(["psnr_hvs_y", "psnr_hvs_cb", "psnr_hvs_cr", "psnr_hvs"], entry.Summary.Select(metric => metric.Key));

        // The first two frames are the same in both videos.
        Assert.All(entry.Summary, metric => Assert.Null(metric.Value));
    }

    [Fact]
    public void The_reading_of_both_videos_is_told_and_can_be_cancelled()
    {
        string first = _folder.Write("first.yuv", new byte[3 << 20]);
        string second = _folder.Write("second.yuv", new byte[(1 << 20) + 1]);
        var told = new List<ReadingProgress>();
        var progress = new ImmediateProgress(told.Add);
        var hints = new RawVideoHints(1024, 512, ChromaFormat.Yuv420, 8);
        var options = new ClipPairOptions { ReferenceHints = hints, DistortedHints = hints };
        MeasurementKey.Find(first, second, options, new ScoringOptions(), [], progress, TestContext.Current.CancellationToken);
        Assert.Equal([1 << 20, 2 << 20, 3 << 20], told.Where(reading => reading.Path == first).Select(reading => reading.BytesRead));
        Assert.Equal([1 << 20, (1 << 20) + 1], told.Where(reading => reading.Path == second).Select(reading => reading.BytesRead));
        Assert.All(told, reading => Assert.Equal(new FileInfo(reading.Path).Length, reading.LengthInBytes));

        File.AppendAllText(first, "changed");
        using var stop = new CancellationTokenSource();
        var stopping = new ImmediateProgress(_ => stop.Cancel());
        Assert.Throws<OperationCanceledException>(
            () => MeasurementKey.Find(first, second, options, new ScoringOptions(), [], stopping, stop.Token));
    }

    [Fact]
    public void Results_are_listed_and_removed_and_nothing_else_is()
    {
        CachedRun run = Measure();
        _cache.Save(Key, run);
        string other = _folder.Write(Path.Combine("cache", "package.json"), [1]);
        CacheEntry entry = Assert.Single(_cache.List());
        Assert.Equal((Key, run.Result.Distorted, run.Result.Score, 3), (entry.Key, entry.Distorted, entry.Score, entry.FrameCount));
        Assert.Equal(["vmaf_v0.6.1"], entry.Models);
        _cache.Remove(Key);
        _cache.Remove(Key);
        Assert.Empty(_cache.List());
        Assert.True(File.Exists(other));
        TestVideo.Fails(VmafErrorIds.FileNotFound, () => new ResultCache(Path.Combine(_folder.FullPath, "none")).List());
    }

    [Fact]
    public void Damaged_files_with_the_names_of_results_are_files_of_the_cache()
    {
        _cache.Save(Key, Measure());
        string damaged = new('b', 64);
        _folder.Write(Path.Combine("cache", damaged + ".json"), [1]);
        _folder.Write(Path.Combine("cache", "package.json"), [1]);
        Assert.Equal([Key, damaged], _cache.Files().Select(file => file.Key).Order());
        Assert.Equal(1, _cache.Files().Single(file => file.Key == damaged).LengthInBytes);
        Assert.Equal(Key, Assert.Single(_cache.List()).Key);
    }

    [Fact]
    public void Keys_tell_contents_and_questions_apart_and_not_places()
    {
        string first = _folder.Write("a.y4m", Clip(1));
        string second = _folder.Write("b.y4m", Clip(2));
        string copy = _folder.Write("copy.y4m", Clip(2));
        string key = KeyOf(first, second)!;
        Assert.Matches("^[0-9a-f]{64}$", key);
        Assert.Equal(key, KeyOf(first, copy));
        Assert.Equal(key, KeyOf(first, second, scoring: new ScoringOptions { ThreadCount = 7 }));
        string?[] others =
        [
            KeyOf(second, first),
            KeyOf(first, first),
            KeyOf(first, second, new ClipPairOptions { DistortedSkippedFrames = 1 }),
            KeyOf(first, second, new ClipPairOptions { UseCommonBitDepth = true }),
            KeyOf(first, second, scoring: new ScoringOptions { Stride = 2 }),
            KeyOf(first, second, scoring: new ScoringOptions { Features = [new FeatureRequest("psnr")] }),
            KeyOf(first, second, models: "other"),
        ];
        Assert.All(others, Assert.NotNull);
        Assert.Equal(others.Length + 1, others.Append(key).Distinct().Count());
    }

    [Fact]
    public void A_changed_file_has_another_key()
    {
        string first = _folder.Write("a.y4m", Clip(1));
        string second = _folder.Write("b.y4m", Clip(2));
        string? before = KeyOf(first, second);
        _folder.Write("b.y4m", Clip(3));
        File.SetLastWriteTimeUtc(second, DateTime.UtcNow.AddSeconds(5));
        Assert.NotEqual(before, KeyOf(first, second));
    }

    [Theory]
    [InlineData("b.y4m")]
    [InlineData("inner.y4m")]
    public void A_link_counts_as_the_file_that_it_leads_to(string target)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Symbolic links need rights on Windows.");
        string first = _folder.Write("a.y4m", Clip(1));
        string second = _folder.Write("b.y4m", Clip(2));
        File.CreateSymbolicLink(Path.Combine(_folder.FullPath, "inner.y4m"), "b.y4m");
        string link = File.CreateSymbolicLink(Path.Combine(_folder.FullPath, "link.y4m"), target).FullName;
        var old = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(second, old);
        string? before = KeyOf(first, link);
        Assert.Equal(KeyOf(first, second), before);
        _folder.Write("b.y4m", Clip(3));
        File.SetLastWriteTimeUtc(second, old.AddDays(1));
        Assert.NotEqual(before, KeyOf(first, link));
        Assert.Equal(KeyOf(first, second), KeyOf(first, link));
    }

    [Fact]
    public void What_cannot_be_found_again_has_no_key()
    {
        string clip = _folder.Write("a.y4m", Clip(1));
        Assert.Null(KeyOf(clip, "-"));
        Assert.Null(KeyOf(clip, clip, new ClipPairOptions { ReferenceProcess = source => source }));
    }

    [Fact]
    public void The_format_in_a_raw_files_name_counts()
    {
        byte[] frames = TestVideo.Raw(Small, 2);
        string wide = _folder.Write("a_96x64_yuv420p.yuv", frames);
        string tall = _folder.Write("a_64x96_yuv420p.yuv", frames);
        Assert.NotEqual(KeyOf(wide, wide), KeyOf(tall, tall));
    }

    private static byte[] Clip(int seed) => [.. TestVideo.Y4m("YUV4MPEG2 W96 H64 F25:1\n", Small, 2), .. "FRAME\n"u8, .. TestVideo.PackedFrame(Small, seed)];

    private static string? KeyOf(string reference, string distorted, ClipPairOptions? pair = null, ScoringOptions? scoring = null, string models = "model") =>
        MeasurementKey.Find(
            reference, distorted, pair ?? new ClipPairOptions(), scoring ?? new ScoringOptions(), [models], progress: null, TestContext.Current.CancellationToken);

    private ScoringOptions Asked(string[] metrics, params string[] features) => new()
    {
        Metrics = MetricSelection.Create(metrics, new ModelCatalog(_folder.FullPath, [])),
        Features = [.. features.Select(feature => new FeatureRequest(feature))],
    };

    private ScoringOptions Plain => new()
    {
        Models = [new ModelCatalog(_folder.FullPath, []).Load("vmaf_v0.6.1")],

        // The first two frames are the same in both videos: PSNR-HVS is infinite there.
        Features = [new FeatureRequest("psnr_hvs"), new FeatureRequest("psnr", new Dictionary<string, string> { ["enable_apsnr"] = "true" })],
    };

    private CachedRun Measure() => Measure(Plain);

    private CachedRun Measure(ScoringOptions options)
    {
        string reference = _folder.Write("reference.y4m", Clip(1));
        using ClipPair clips = ClipPair.Open(reference, _folder.Write("distorted.y4m", Clip(9)), new ClipPairOptions { WatchesOffset = true });
        QualityResult result = QualityScorer.Score(clips, options, TestContext.Current.CancellationToken);
        return new CachedRun(result with { DistortedKilobitsPerSecond = clips.FindDistortedKilobitsPerSecond() }, clips.FrameRate, clips.FindOffset());
    }

    private CachedRun? Find() => Find(Plain);

    private CachedRun? Find(ScoringOptions asked) =>
        _cache.Find(Key, "new reference", "new distorted", (format, _) => QualityScorer.Describe(asked, format));

    private sealed class ImmediateProgress(Action<ReadingProgress> report) : IProgress<ReadingProgress>
    {
        public void Report(ReadingProgress value) => report(value);
    }

    private static string Exact(QualityResult result)
    {
        using var text = new StringWriter();
        ReportWriter.Write(Report.FromResult(result), text, ReportFormat.Json, 17);
        return text.ToString();
    }
}

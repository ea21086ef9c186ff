using Vmaf.Engine.Errors;
using Vmaf.Engine.Reports;
using Vmaf.Engine.Scoring;
using Vmaf.Tests.Video;
using Xunit;

namespace Vmaf.Tests.Reports;

public class ReportWriterTests
{
    [Theory]
    [InlineData(ReportFormat.Json)]
    [InlineData(ReportFormat.Xml)]
    [InlineData(ReportFormat.Csv)]
    [InlineData(ReportFormat.Subtitle)]
    public void Writes_what_libvmaf_writes(ReportFormat format) =>
        Assert.Equal(SampleLogs.Of(format).ReplaceLineEndings("\n"), Text(SampleLogs.Report(), format));

    [Fact]
    public void Numbers_that_are_not_finite_are_null_in_json_and_named_elsewhere()
    {
        var names = new MetricNames(["a"], ["vmaf"]);
        FrameScore[] frames = [new(0, names, [double.PositiveInfinity, double.NaN]), new(1, names, [1, 2])];
        Report report = Make(names, frames);

        Report read = ReportReader.Parse(Text(report, ReportFormat.Json), "test");
        Assert.Null(read.Frames[0].Metrics["a"]);
        Assert.Null(read.Frames[0].Score);
        Assert.Null(read.Score);
        Assert.Equal(2, read.Frames[1].Score);
        Assert.Contains("\n0,inf,nan,\n1,1.000000,2.000000,\n", Text(report, ReportFormat.Csv), StringComparison.Ordinal);
        Assert.Contains("a=\"inf\" vmaf=\"nan\"", Text(report, ReportFormat.Xml), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ReportFormat.Json)]
    [InlineData(ReportFormat.Xml)]
    [InlineData(ReportFormat.Csv)]
    public void Names_that_need_quoting_come_back(ReportFormat format)
    {
        var names = new MetricNames(["a"], ["vmaf, \"my\" <model> é"]);
        Report report = Make(names, [new FrameScore(0, names, [1, 2])]);

        Assert.Equal(names.All, ReportReader.Parse(Text(report, format), "test").Names.All);
    }

    [Fact]
    public void A_metric_that_some_frames_lack_is_left_out_there_and_not_pooled()
    {
        var names = new MetricNames(["a", "b"], []);
        Report report = Make(names, [new FrameScore(0, names, [1, MetricDictionary.Missing]), new FrameScore(1, names, [3, 4])]);

        foreach (ReportFormat format in (ReportFormat[])[ReportFormat.Json, ReportFormat.Xml, ReportFormat.Csv, ReportFormat.Subtitle])
        {
            Report read = ReportReader.Parse(Text(report, format), "test");
            Assert.Equal(["a"], read.Frames[0].Metrics.Keys);
            Assert.Equal(1, Assert.Single(read.Frames[0].Metrics.Values));
            Assert.Equal(2, read.Frames[1].Metrics.Count);
            Assert.Equal(2, read.Metrics[0].Pooled!.Mean);
            Assert.Null(read.Metrics[1].Pooled);
        }
    }

    [Fact]
    public void A_file_is_replaced_whole_and_no_other_is_left()
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.FullPath, "log é.json");
        File.WriteAllText(path, "old");

        ReportWriter.Write(SampleLogs.Report(), path, ReportFormat.Json);

        Assert.Equal(SampleLogs.Json.ReplaceLineEndings("\n"), File.ReadAllText(path));
        Assert.Single(Directory.EnumerateFileSystemEntries(folder.FullPath));
    }

    [Fact]
    public void What_cannot_be_written_is_said_and_leaves_what_was_there()
    {
        using var folder = new TemporaryFolder();
        string missing = Path.Combine(folder.FullPath, "missing", "log.json");
        Assert.Equal(
            VmafErrorIds.OutputUnwritable,
            Assert.Throws<VmafException>(() => ReportWriter.Write(SampleLogs.Report(), missing, ReportFormat.Json)).ErrorId);
        VmafException isFolder =
            Assert.Throws<VmafException>(() => ReportWriter.Write(SampleLogs.Report(), folder.FullPath, ReportFormat.Json));
        Assert.Equal(VmafErrorIds.OutputUnwritable, isFolder.ErrorId);
        Assert.Contains(folder.FullPath, isFolder.Message, StringComparison.Ordinal);

        string path = Path.Combine(folder.FullPath, "log.xml");
        File.WriteAllText(path, "old");
        Assert.Throws<VmafException>(() => AtomicFile.Write(path, _ => throw new IOException("disk full")));
        Assert.Equal("old", File.ReadAllText(path));
        Assert.Single(Directory.EnumerateFileSystemEntries(folder.FullPath));
    }

    [Fact]
    public void A_link_stays_a_link()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege on Windows.");
        using var folder = new TemporaryFolder();
        string target = Path.Combine(folder.FullPath, "target.csv");
        string link = Path.Combine(folder.FullPath, "link.csv");
        File.WriteAllText(target, "old");
        File.CreateSymbolicLink(link, target);

        ReportWriter.Write(SampleLogs.Report(), link, ReportFormat.Csv);

        Assert.Equal(target, new FileInfo(link).LinkTarget);
        Assert.StartsWith("Frame,", File.ReadAllText(target), StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_to_what_is_not_there_yet_has_its_target_made()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege on Windows.");
        using var folder = new TemporaryFolder();
        string target = Path.Combine(folder.FullPath, "target.csv");
        string link = Path.Combine(folder.FullPath, "link.csv");
        File.CreateSymbolicLink(link, "target.csv");

        ReportWriter.CheckWritable(link);
        ReportWriter.Write(SampleLogs.Report(), link, ReportFormat.Csv);

        Assert.Equal("target.csv", new FileInfo(link).LinkTarget);
        Assert.StartsWith("Frame,", File.ReadAllText(target), StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_may_be_as_long_as_file_systems_allow()
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.FullPath, new string('n', 251) + ".csv");
        Assert.SkipWhen(OperatingSystem.IsWindows() && path.Length > 259, "The whole path is limited on Windows.");

        ReportWriter.CheckWritable(path);
        ReportWriter.Write(SampleLogs.Report(), path, ReportFormat.Csv);

        Assert.Equal([path], Directory.EnumerateFileSystemEntries(folder.FullPath));
    }

    [Fact]
    public void A_device_is_written_to_not_replaced()
    {
        Assert.SkipUnless(File.Exists("/dev/null"), "Needs /dev/null.");

        ReportWriter.Write(SampleLogs.Report(), "/dev/null", ReportFormat.Csv);

        Assert.Empty(File.ReadAllText("/dev/null"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(18)]
    public void Impossible_precision_is_refused(int digits) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ReportWriter.Write(SampleLogs.Report(), TextWriter.Null, ReportFormat.Csv, digits));

    internal static string Text(Report report, ReportFormat format, int? digits = null)
    {
        using var writer = new StringWriter();
        ReportWriter.Write(report, writer, format, digits);
        return writer.ToString();
    }

    internal static Report Make(MetricNames names, FrameScore[] frames) => new()
    {
        Names = names,
        Frames = frames,
        Metrics = MetricSummary.FromFrames(names, frames),
        Aggregates = new Dictionary<string, double>(),
    };
}

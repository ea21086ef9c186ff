using System.Text;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Reports;
using Vmaf.Engine.Scoring;
using Vmaf.Tests.Video;
using Xunit;

namespace Vmaf.Tests.Reports;

public class ReportReaderTests
{
    private const string Alphabet = "{}[]<>/\"',:|-+eE.0123456789\n\0é";

    [Theory]
    [InlineData(ReportFormat.Json)]
    [InlineData(ReportFormat.Xml)]
    [InlineData(ReportFormat.Csv)]
    [InlineData(ReportFormat.Subtitle)]
    public void Reads_what_libvmaf_writes(ReportFormat format)
    {
        Report report = ReportReader.Parse(SampleLogs.Of(format), "log");

        Assert.Equal(
            ["psnr_y", "VMAF_integer_feature_motion_sad_score", "integer_motion2", "integer_motion3"], report.Names.Features);
        Assert.Empty(report.Names.Scores);
        Assert.Equal([0, 2], report.Frames.Select(frame => frame.FrameIndex));
        Assert.Equal(30.993823, report.Frames[1].Metrics["psnr_y"]);
        Assert.Equal(32.877301, report.Metrics[0].Pooled!.Mean!.Value, 1e-9);
        Assert.Null(report.Score);
        if (format is ReportFormat.Json or ReportFormat.Xml)
        {
            Assert.Equal("1.2.3", report.Version);
            Assert.Equal(883.39, report.FramesPerSecond);
            Assert.Equal(32.272514, report.Aggregates["apsnr_y"]);
        }

        Assert.Equal(format == ReportFormat.Xml ? 576 : null, report.Width);
        Assert.Equal(format == ReportFormat.Xml ? 324 : null, report.Height);
    }

    [Theory]
    [InlineData(ReportFormat.Json)]
    [InlineData(ReportFormat.Xml)]
    [InlineData(ReportFormat.Csv)]
    [InlineData(ReportFormat.Subtitle)]
    public void Full_precision_comes_back_to_the_last_bit(ReportFormat format)
    {
        var random = new Random(7);
        var names = new MetricNames(["integer_adm2", "integer_vif_scale0_egl_1"], ["vmaf", "vmaf_bagging"]);
        FrameScore[] frames =
            [.. Enumerable.Range(0, 50).Select(i => new FrameScore(i * 3, names, [random.NextDouble(), 1e-9 * random.NextDouble(), 1e9 * random.NextDouble(), i]))];

        Report read = ReportReader.Parse(
            ReportWriterTests.Text(ReportWriterTests.Make(names, frames), format, ReportWriter.MaximumSignificantDigits), "log");

        Assert.Equal(names.Features, read.Names.Features);
        Assert.Equal(names.Scores, read.Names.Scores);
        Assert.Equal(frames.Select(frame => frame.FrameIndex), read.Frames.Select(frame => frame.FrameIndex));
        Assert.All(frames.Zip(read.Frames), pair => Assert.Equal(pair.First.RawValues.ToArray(), pair.Second.RawValues.ToArray()));
        Assert.Equal(read.Metrics[2].Pooled!.Mean, read.Score);
    }

    [Fact]
    public void Metrics_without_a_model_are_known_by_their_names()
    {
        const string Log = """{"frames": [{"frameNum": 0, "metrics": {"float_psnr": 40, "PSNR": 40, "SSIM": 0.9, "VMAFNEG": 80}}]}""";

        Report report = ReportReader.Parse(Log, "log");

        Assert.Equal(["PSNR", "SSIM"], report.Names.Named);
        Assert.Equal(["VMAFNEG"], report.Names.Scores);
    }

    [Theory]
    [InlineData(ReportFormat.Json)]
    [InlineData(ReportFormat.Xml)]
    public void Metrics_asked_for_by_name_come_back_in_their_order(ReportFormat format)
    {
        var names = new MetricNames(["float_psnr", "cambi", "si", "PSNR", "SSIM"], ["vmaf"], ["si", "SSIM", "cambi", "PSNR"]);
        Report report = ReportWriterTests.Make(names, [new FrameScore(0, names, [1, 2, 3, 4, 5, 6])]);

        Report read = ReportReader.Parse(ReportWriterTests.Text(report, format, null), "log");

        Assert.Equal(names.Named, read.Names.Named);
        Assert.Equal(names.All, read.Names.All);
    }

    /// <summary>libvmaf leaves the line feed out after null.</summary>
    [Fact]
    public void Nulls_as_libvmaf_lays_them_out_are_read()
    {
        const string Log = "{\"frames\": [{\"frameNum\": 0, \"metrics\": {\n  \"psnr_hvs\": null,  \"psnr_y\": 60.000000\n}}]}";

        Report report = ReportReader.Parse(Log, "log");

        Assert.Null(report.Frames[0].Metrics["psnr_hvs"]);
        Assert.Equal(60, report.Frames[0].Metrics["psnr_y"]);
    }

    [Theory]
    [InlineData("", "its start")]
    [InlineData("hello", "its start")]
    [InlineData("{", "line 1")]
    [InlineData("{}", "$.frames")]
    [InlineData("{\"frames\": 5}", "$.frames")]
    [InlineData("{\"frames\": [5]}", "$.frames[0]")]
    [InlineData("{\"frames\": [{\"frameNum\": 0}]}", "$.frames[0]")]
    [InlineData("{\"frames\": [{\"frameNum\": 0, \"metrics\": {\"a\": \"x\"}}]}", "$.frames[0]")]
    [InlineData("{\"frames\": [{\"frameNum\": 0, \"metrics\": {\"a\": 1, \"a\": 2}}]}", "$.frames[0]")]
    [InlineData("{\"frames\": [{\"frameNum\": 1, \"metrics\": {}}, {\"frameNum\": 1, \"metrics\": {}}]}", "$.frames[1]")]
    [InlineData("{\"frames\": [{\"frameNum\": 0, \"metrics\": {\"\\uD800\": 1}}]}", "a name")]
    [InlineData("{\"frames\": [{\"frameNum\": 1e20, \"metrics\": {}}]}", "$.frames[0]")]
    [InlineData("<VMAF>", "line 1")]
    [InlineData("<other/>", "line 1")]
    [InlineData("<VMAF><frames><frame a=\"1\"/></frames></VMAF>", "line 1")]
    [InlineData("<VMAF>\n<frame frameNum=\"0\" a=\"x\"/></VMAF>", "line 2")]
    [InlineData("<!DOCTYPE VMAF [<!ENTITY a \"b\">]><VMAF>&a;</VMAF>", "line")]
    [InlineData("Frame,a,\nx,1,\n", "line 2")]
    [InlineData("Frame,a,\n0,1,\n1,y,\n", "line 3")]
    [InlineData("Frame,a,b,\n0,1,\n", "line 2")]
    [InlineData("Frame,a,\n0,1,\n0,1,\n", "line 3")]
    [InlineData("{0}{1}frame: x|a: 1|", "line 1")]
    [InlineData("{0}{1}frame: 0|a: 1|\n{1}{2}frame: 1|a|", "line 2")]
    [InlineData("{0}{1}a: 1|", "line 1")]
    public void What_is_malformed_is_said_with_its_place(string text, string place)
    {
        VmafException error = Assert.Throws<VmafException>(() => ReportReader.Parse(text, "my.log"));

        Assert.Equal(VmafErrorIds.ReportMalformed, error.ErrorId);
        Assert.Contains("'my.log'", error.Message, StringComparison.Ordinal);
        Assert.Contains(place, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Damaged_logs_are_read_or_refused_but_never_crash()
    {
        var random = new Random(11);
        foreach (ReportFormat format in Enum.GetValues<ReportFormat>())
        {
            string good = SampleLogs.Of(format);
            for (int round = 0; round < 3000; round++)
            {
                string damaged = Damage(good, random);
                try
                {
                    ReportReader.Parse(damaged, "fuzz");
                }
                catch (VmafException error)
                {
                    Assert.Equal(VmafErrorIds.ReportMalformed, error.ErrorId);
                }
            }
        }
    }

    [Fact]
    public void A_file_that_is_not_there_or_unreadable_is_said()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(
            VmafErrorIds.FileNotFound,
            Assert.Throws<VmafException>(() => ReportReader.Read(Path.Combine(folder.FullPath, "none.json"))).ErrorId);
        Assert.Equal(VmafErrorIds.FileUnreadable, Assert.Throws<VmafException>(() => ReportReader.Read(folder.FullPath)).ErrorId);
    }

    [Fact]
    public void A_byte_order_mark_does_no_harm()
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.FullPath, "log.csv");
        File.WriteAllText(path, SampleLogs.Csv, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));

        Assert.Equal(2, ReportReader.Read(path).Frames.Count);
    }

    private static string Damage(string text, Random random)
    {
        var damaged = new StringBuilder(text);
        for (int edits = random.Next(1, 5); edits > 0 && damaged.Length > 0; edits--)
        {
            int position = random.Next(damaged.Length);
            switch (random.Next(4))
            {
                case 0:
                    damaged.Remove(position, Math.Min(random.Next(1, 40), damaged.Length - position));
                    break;
                case 1:
                    damaged.Insert(position, Alphabet[random.Next(Alphabet.Length)]);
                    break;
                case 2:
                    damaged.Insert(position, text.AsSpan(random.Next(text.Length / 2), random.Next(text.Length / 2)));
                    break;
                default:
                    damaged.Length = position;
                    break;
            }
        }

        return damaged.ToString();
    }
}

using Vmaf.Cli;
using Vmaf.Engine.Models;
using Vmaf.Engine.Reports;
using Vmaf.Engine.Video;
using Xunit;

namespace Vmaf.Tests.Cli;

public class SettingsParserTests
{
    [Theory]
    [InlineData("-r", "a", "-d", "b", "-w", "576", "-h", "324", "-p", "420", "-b", "8")]
    [InlineData("-ra", "-db", "-w576", "-h324", "-p420", "-b8")]
    [InlineData("--reference", "a", "--distorted", "b", "--width", "576", "--height", "324", "--pixel_format", "420", "--bitdepth", "8")]
    [InlineData("--reference=a", "--distorted=b", "--width=576", "--height=0x144", "--pixel_format=420", "--bitdepth=8")]
    [InlineData("--ref=a", "--dist=b", "--wid=576", "--hei=324", "--pix=420", "--bit=8")]
    public void All_ways_to_write_an_option_mean_the_same(params string[] arguments)
    {
        Settings settings = SettingsParser.Parse(arguments);

        Assert.Equal("a", settings.Reference);
        Assert.Equal("b", settings.Distorted);
        Assert.Equal(new RawVideoHints(576, 324, ChromaFormat.Yuv420, 8), settings.RawHints);
    }

    [Fact]
    public void Every_option_has_its_effect()
    {
        Settings settings = Parse(
            "-o", "log", "--json", "--threads", "3", "--frame_cnt", "7", "--frame_skip_ref", "1", "--frame_skip_dist", "2", "--subsample",
            "5", "-qn", "--precision", "17", "--cpumask", "16", "--gpumask", "1", "--feature", "psnr=enable_chroma=false:min_sse=0.5",
            "--feature", "vif");

        Assert.Equal("log", settings.OutputPath);
        Assert.Equal(ReportFormat.Json, settings.OutputFormat);
        Assert.Equal(3, settings.Threads);
        Assert.Equal(7, settings.FrameCount);
        Assert.Equal(1, settings.SkipReference);
        Assert.Equal(2, settings.SkipDistorted);
        Assert.Equal(5, settings.Stride);
        Assert.True(settings.Quiet);
        Assert.True(settings.NoPrediction);
        Assert.Equal(17, settings.Precision);
        Assert.Equal(16u, settings.CpuMask);
        Assert.Equal(1u, settings.GpuMask);
        Assert.Equal(["psnr", "vif"], settings.Features.Select(feature => feature.Extractor));
        Assert.Equal("false", settings.Features[0].Options["enable_chroma"]);
        Assert.Equal("0.5", settings.Features[0].Options["min_sse"]);
        Assert.Empty(settings.Models);
    }

    [Fact]
    public void A_metric_stands_in_for_the_default_model()
    {
        Settings settings = Parse("--metric", "psnr", "--metric", "VMAFNEG");
        Assert.Equal(["PSNR", "VMAFNEG"], settings.Metrics.Select(metric => metric.Name));
        Assert.Empty(settings.Models);
        Assert.Single(Parse("--metric", "PSNR", "-m", "version=vmaf_v0.6.1").Models);
        Assert.Single(Parse("-n", "--metric", "PSNR").Metrics);
    }

    [Fact]
    public void Where_nothing_compares_no_reference_is_needed()
    {
        Assert.Empty(SettingsParser.Parse(["-d", "b.y4m", "--metric", "SITI"]).Reference);
        Assert.Empty(SettingsParser.Parse(["-d", "b.y4m", "-n", "--feature", "siti"]).Reference);
        Assert.Throws<UsageException>(() => SettingsParser.Parse(["-d", "b.y4m", "--metric", "SITI", "--metric", "PSNR"]));
        Assert.Throws<UsageException>(() => SettingsParser.Parse(["-d", "b.y4m", "--metric", "SITI", "--feature", "psnr"]));
        Assert.Throws<UsageException>(() => SettingsParser.Parse(["-d", "b.y4m", "--feature", "siti"]));
    }

    [Theory]
    [InlineData("PSNRR", "Nearest: PSNR")]
    [InlineData("STRRED", "MATLAB")]
    [InlineData("VMAF_LE", "Get-VmafExplanation")]
    public void A_metric_that_cannot_be_measured_is_wrong_usage(string name, string expected) =>
        Assert.Contains(expected, Assert.Throws<UsageException>(() => Parse("--metric", name)).Message, StringComparison.Ordinal);

    [Fact]
    public void Defaults_are_those_of_libvmafs_tool()
    {
        Settings settings = Parse();

        Assert.Equal(ReportFormat.Xml, settings.OutputFormat);
        Assert.Equal("vmaf_v0.6.1", Assert.Single(settings.Models).Source);
        Assert.Equal("vmaf", settings.Models[0].Options.Name);
        Assert.Null(settings.FrameCount);
        Assert.Null(settings.Precision);
        Assert.Equal(1, settings.Stride);
    }

    [Theory]
    [InlineData("--xml", ReportFormat.Xml)]
    [InlineData("--json", ReportFormat.Json)]
    [InlineData("--csv", ReportFormat.Csv)]
    [InlineData("--sub", ReportFormat.Subtitle)]
    public void The_log_has_four_formats(string option, object format) => Assert.Equal(format, Parse(option).OutputFormat);

    [Theory]
    [InlineData("--frame_cnt", "0")]
    [InlineData("--subsample", "0")]
    public void Zero_means_no_limit_as_in_libvmafs_tool(string option, string value)
    {
        Settings settings = Parse(option, value);

        Assert.Null(settings.FrameCount);
        Assert.Equal(1, settings.Stride);
    }

    [Fact]
    public void A_model_has_colon_divided_parameters()
    {
        ModelArgument model = Assert.Single(Parse(
            "-m", "version=vmaf_b_v0.6.3:name=b:disable_clip:enable_transform=true:vif.vif_enhn_gain_limit=1.0:adm.adm_enhn_gain_limit=1.2").Models);

        Assert.Equal("vmaf_b_v0.6.3", model.Source);
        Assert.False(model.IsPath);
        Assert.Equal("b", model.Options.Name);
        Assert.True(model.Options.DisableClip);
        Assert.True(model.Options.EnableTransform);
        Assert.Equal(
            [new FeatureOverload("vif", "vif_enhn_gain_limit", "1.0"), new FeatureOverload("adm", "adm_enhn_gain_limit", "1.2")],
            model.Options.FeatureOverloads);
    }

    [Theory]
    [InlineData(@"path=C:\models\x.json:name=a", @"C:\models\x.json")]
    [InlineData("name=a:path=d:/models/x.json", "d:/models/x.json")]
    [InlineData("path=/models/a=b.json:name=a", "/models/a=b.json")]
    [InlineData("path=models/x.json:name=a", "models/x.json")]
    public void Paths_may_have_a_drive_and_equals_signs(string text, string path)
    {
        ModelArgument model = ModelArgument.Parse(text);

        Assert.Equal(path, model.Source);
        Assert.True(model.IsPath);
        Assert.Equal("a", model.Options.Name);
    }

    [Theory]
    [InlineData("", "--nonsense")]
    [InlineData("", "-x")]
    [InlineData("", "--frame", "1")]
    [InlineData("", "--json=1")]
    [InlineData("", "file.yuv")]
    [InlineData("", "--width")]
    [InlineData("-w/--width", "-w", "abc")]
    [InlineData("-w/--width", "-w", "0")]
    [InlineData("-w/--width", "-w", "-5")]
    [InlineData("-w/--width", "-w", "99999999999")]
    [InlineData("-p/--pixel_format", "-p", "411")]
    [InlineData("-b/--bitdepth", "-b", "9")]
    [InlineData("--precision", "--precision", "18")]
    [InlineData("--threads", "--threads", "two")]
    [InlineData("version=NAME", "-m", "name=a")]
    [InlineData("version=NAME", "-m", "version=a:path=b")]
    [InlineData("vmaf_v0.6.1", "-m", "vmaf_v0.6.1")]
    [InlineData("adm=1", "-m", "version=a:adm=1")]
    [InlineData("'vmaf'", "-m", "version=a", "-m", "version=b")]
    [InlineData("enable_chroma", "--feature", "psnr=enable_chroma")]
    [InlineData("option without a name", "--feature", "psnr=")]
    [InlineData("option without a name", "--feature", "psnr==true")]
    [InlineData("nothing to measure", "-n")]
    [InlineData("v9.0", "--aom_ctc", "v9.0")]
    [InlineData("v2.0", "--nflx_ctc", "v2.0")]
    public void What_cannot_be_understood_is_refused_by_name(string named, params string[] arguments)
    {
        UsageException wrong = Assert.Throws<UsageException>(() => Parse(arguments));

        if (named != "adm=1")
        {
            Assert.Contains(named, wrong.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("-d", "b")]
    [InlineData("-r", "a")]
    public void Both_videos_are_needed(params string[] arguments) =>
        Assert.Throws<UsageException>(() => SettingsParser.Parse(arguments));

    [Theory]
    [InlineData(0u, null)]
    [InlineData(16u, "Avx2")]
    [InlineData(48u, "Avx2")]
    [InlineData(8u, "Vector128")]
    [InlineData(24u, "Vector128")]
    [InlineData(4u, "Scalar")]
    [InlineData(uint.MaxValue, "Scalar")]
    public void The_cpu_mask_lowers_the_tier(uint mask, string? tier) => Assert.Equal(tier, CpuMask.BestTier(mask)?.ToString());

    private static Settings Parse(params string[] arguments) => SettingsParser.Parse(["-r", "a", "-d", "b", .. arguments]);
}

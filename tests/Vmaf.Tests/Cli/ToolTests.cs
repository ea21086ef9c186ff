using Vmaf.Cli;
using Vmaf.Engine.Reports;
using Vmaf.Engine.Video;
using Vmaf.Tests.Decoding;
using Vmaf.Tests.Video;
using Xunit;

namespace Vmaf.Tests.Cli;

public sealed class ToolTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_run_writes_its_log_and_ends_with_0()
    {
        string log = Path.Combine(_folder.FullPath, "log.json");

        (int code, string output, string error) = Run(
            "-r", Clip("a.y4m", 5), "-d", Clip("b.y4m", 5), "-n", "--feature", "motion", "--json", "-o", log);

        Assert.Equal(ExitCodes.Success, code);
        Assert.Empty(output);
        Assert.Contains("integer_motion2: ", error, StringComparison.Ordinal);
        Report report = ReportReader.Read(log);
        Assert.Equal(5, report.Frames.Count);
        Assert.Equal(
            ["VMAF_integer_feature_motion_sad_score", "integer_motion2", "integer_motion3"], report.Names.All);
    }

    [Fact]
    public void Without_a_log_the_figures_go_to_standard_output()
    {
        (int code, string output, string error) = Run("-r", Clip("a.y4m", 2), "-d", Clip("b.y4m", 2), "-n", "--feature", "motion");

        Assert.Equal(ExitCodes.Success, code);
        Assert.Contains("integer_motion2: ", output, StringComparison.Ordinal);
        Assert.Empty(error);
    }

    [Fact]
    public void Different_frame_rates_are_warned_of_with_the_option_that_helps()
    {
        string fast = Clip("fast.y4m", 2);
        byte[] bytes = File.ReadAllBytes(fast);
        bytes[bytes.AsSpan().IndexOf(" F25:1"u8) + 2] = (byte)'5';
        File.WriteAllBytes(fast, bytes);

        (int code, _, string error) = Run("-r", Clip("a.y4m", 2), "-d", fast, "-n", "--feature", "motion");

        Assert.Equal(ExitCodes.Success, code);
        Assert.Matches(@"^vmaf: warning: The reference has 25 fps, '.*fast\.y4m' 55; .*--filter_dist fps=25 ", error);
        Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void Scores_of_metrics_are_named_as_the_metrics()
    {
        (int code, string output, string error) = Run("-r", Clip("a.y4m", 2), "-d", Clip("b.y4m", 2), "--metric", "PSNR", "--metric", "MOTION2");

        Assert.Equal(ExitCodes.Success, code);
        Assert.Matches(@"^PSNR: [\d.]+\r?\nMOTION2: [\d.]+\r?\n$", output);
        Assert.Empty(error);
    }

    [Fact]
    public void What_metrics_measure_is_written_for_each_of_them()
    {
        (int code, string output, _) = Run(
            "-r", Clip("a.y4m", 2), "-d", Clip("b.y4m", 2), "--metric", "CIEDE2000", "--metric", "PSNR", "--metric", "SITI");

        Assert.Equal(ExitCodes.Success, code);
        Assert.Equal(["ciede2000", "PSNR", "si", "ti"], output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(':')[0]));
    }

    [Theory]
    [InlineData("--filter_ref", "crop=32:32:0:0", "the filter crop")]
    [InlineData("--resize", "bicubic", "its size")]
    public void What_is_asked_of_a_missing_reference_is_an_error(string option, string value, string expected)
    {
        (int code, _, string error) = Run("-d", Clip("b.y4m", 3), "--metric", "SITI", option, value);

        Assert.Equal(ExitCodes.Failure, code);
        Assert.Contains("VmafOptionInvalid", error, StringComparison.Ordinal);
        Assert.Contains(expected, error, StringComparison.Ordinal);
        Assert.Contains("Name the reference", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_video_is_measured_without_a_reference()
    {
        (int code, string output, string error) = Run("-d", Clip("b.y4m", 3), "--metric", "SITI", "--frame_cnt", "2");

        Assert.Equal(ExitCodes.Success, code);
        Assert.Matches(@"^si: [\d.]+\r?\nti: [\d.]+\r?\n$", output);
        Assert.Empty(error);
    }

    [Fact]
    public void A_log_on_standard_output_is_alone_there()
    {
        (int code, string output, _) = Run(
            "-r", Clip("a.y4m", 2), "-d", Clip("b.y4m", 2), "-n", "--feature", "motion", "--csv", "-o", "-");

        Assert.Equal(ExitCodes.Success, code);
        Assert.Equal(2, ReportReader.Parse(output, "stdout").Frames.Count);
    }

    [Fact]
    public void The_model_scores_and_its_label_is_what_was_asked_for()
    {
        Assert.SkipUnless(SharedData.Available, SharedData.Missing);
        string model = SharedData.Model("vmaf_v0.6.1.json");

        (int code, string output, string error) = Run("-r", Clip("a.y4m", 3), "-d", Clip("b.y4m", 3), "-m", $"path={model}");

        Assert.Equal((ExitCodes.Success, string.Empty), (code, error));
        Assert.StartsWith($"{model}: ", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Different_lengths_are_warned_of_and_the_shorter_is_compared()
    {
        (int code, string output, string error) = Run(
            "-r", Clip("a.y4m", 4), "-d", Clip("b.y4m", 6), "-n", "--feature", "motion", "--csv", "-q", "-o", "-");

        Assert.Equal(ExitCodes.Success, code);
        Assert.Contains("vmaf: warning: ", error, StringComparison.Ordinal);
        Assert.Contains("first 4", error, StringComparison.Ordinal);
        Assert.Equal(4, ReportReader.Parse(output, "stdout").Frames.Count);
    }

    [Fact]
    public void A_part_is_chosen_by_time()
    {
        (int code, string output, _) = Run(
            "-r", Clip("a.y4m", 12), "-d", Clip("b.y4m", 12), "--start_ref", "0.08", "--start_dist", "0.08", "--duration", "0.2",
            "-n", "--feature", "motion", "--csv", "-o", "-");

        Assert.Equal(ExitCodes.Success, code);
        Assert.Equal(5, ReportReader.Parse(output, "stdout").Frames.Count);
    }

    [Theory]
    [InlineData("always")]
    [InlineData("never")]
    public void Filtered_and_scaled_videos_are_measured(string fifoMode)
    {
        _ = Ffmpeg.Tools;
        string work = Path.Combine(_folder.FullPath, "work");

        (int code, string output, string error) = Run(
            "-r", Clip("a.y4m", 3), "-d", Clip("b.y4m", 3), "--filter", "crop=32:32:0:0", "--quality_size", "48x40", "--resize", "bilinear",
            "--fifo_mode", fifoMode, "--work_path", work, "--callback_ref", "identity", "-n", "--feature", "motion", "--csv", "-o", "-");

        Assert.Equal((ExitCodes.Success, 3), (code, ReportReader.Parse(output, "stdout").Frames.Count));
        Assert.DoesNotContain("warning", error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(work));
    }

    [Fact]
    public void Skips_count_and_subsample_choose_the_frames()
    {
        (int code, string output, _) = Run(
            "-r", Clip("a.y4m", 12), "-d", Clip("b.y4m", 12), "--frame_skip_ref", "2", "--frame_skip_dist", "2", "--frame_cnt", "7",
            "--subsample", "3", "-n", "--feature", "motion", "--sub", "-q", "-o", "-");

        Assert.Equal(ExitCodes.Success, code);
        Assert.Equal([0, 3, 6], ReportReader.Parse(output, "stdout").Frames.Select(frame => frame.FrameIndex));
    }

    [Fact]
    public void The_gpu_mask_is_said_to_have_no_effect()
    {
        (int code, _, string error) = Run(
            "-r", Clip("a.y4m", 1), "-d", Clip("b.y4m", 1), "-n", "--feature", "motion", "--gpumask", "1");

        Assert.Equal(ExitCodes.Success, code);
        Assert.Contains("--gpumask has no effect", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Sizes_that_differ_are_an_error_with_a_remedy_and_no_stack_trace()
    {
        (int code, string output, string error) = Run(
            "-r", Clip("a.y4m", 1), "-d", Clip("b.y4m", 1, width: 48), "-n", "--feature", "motion");

        Assert.Equal(ExitCodes.Failure, code);
        Assert.Empty(output);
        Assert.StartsWith("vmaf: error VmafSizeMismatch: ", error, StringComparison.Ordinal);
        Assert.InRange(error.TrimEnd().Split('\n').Length, 2, 3);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("VmafFileNotFound", "-r", "none.y4m", "-d", "none.y4m", "-n", "--feature", "motion")]
    [InlineData("VmafFeatureUnknown", "-r", "a.y4m", "-d", "a.y4m", "-n", "--feature", "nonsense")]
    [InlineData("VmafOptionUnknown", "-r", "a.y4m", "-d", "a.y4m", "-n", "--feature", "motion=nonsense=1")]
    [InlineData("VmafModelNotFound", "-r", "a.y4m", "-d", "a.y4m", "-m", "path=none.json")]
    [InlineData("VmafModelNotFound", "-r", "a.y4m", "-d", "a.y4m", "-m", "version=nonsense")]
    [InlineData("VmafOutputUnwritable", "-r", "a.y4m", "-d", "a.y4m", "-n", "--feature", "motion", "-o", "no/such/folder/log.xml")]
    [InlineData("VmafNoFrames", "-r", "a.y4m", "-d", "a.y4m", "-n", "--feature", "motion", "--frame_skip_ref", "5")]
    public void Errors_end_with_1_and_their_id(string id, params string[] arguments)
    {
        Clip("a.y4m", 2);
        string[] inFolder = [.. arguments.Select(argument => argument.EndsWith(".y4m", StringComparison.Ordinal)
            ? Path.Combine(_folder.FullPath, argument)
            : argument)];

        (int code, _, string error) = Run(inFolder);

        Assert.Equal(ExitCodes.Failure, code);
        Assert.Contains($"error {id}: ", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_log_that_cannot_be_written_is_noticed_before_the_run()
    {
        (_, _, string error) = Run("-r", "none.y4m", "-d", "none.y4m", "-o", Path.Combine(_folder.FullPath, "no", "log.xml"));

        Assert.Contains("error VmafOutputUnwritable: ", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Standard_output_that_cannot_be_written_is_named()
    {
        using var error = new StringWriter();
        using var full = new StreamWriter(new FullStream()) { AutoFlush = true };

        int code = new Tool(full, error, isTerminal: false).Run(["--version"], TestContext.Current.CancellationToken);

        Assert.Equal(ExitCodes.Failure, code);
        Assert.StartsWith("vmaf: error VmafOutputUnwritable: standard output ", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData]
    [InlineData("--nonsense")]
    [InlineData("-r", "a")]
    public void Wrong_usage_ends_with_2(params string[] arguments)
    {
        (int code, string output, string error) = Run(arguments);

        Assert.Equal(ExitCodes.Usage, code);
        Assert.Empty(output);
        Assert.Contains("vmaf --help", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("-v")]
    [InlineData("-r", "a", "--version", "--nonsense")]
    public void Help_and_version_end_with_0(params string[] arguments)
    {
        (int code, string output, string error) = Run(arguments);

        Assert.Equal(ExitCodes.Success, code);
        Assert.NotEmpty(output);
        Assert.Empty(error);
    }

    [Fact]
    public void The_help_names_every_option()
    {
        (_, string help, _) = Run("--help");

        Assert.All(OptionTable.All, option => Assert.Contains($"--{option.LongName}", help, StringComparison.Ordinal));
        Assert.All(help.Split('\n'), line => Assert.InRange(line.Length, 0, 110));
    }

    [Fact]
    public void Cancelling_ends_with_130_and_writes_no_log()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        string log = Path.Combine(_folder.FullPath, "log.xml");
        using var error = new StringWriter();

        int code = new Tool(TextWriter.Null, error, isTerminal: false).Run(
            ["-r", Clip("a.y4m", 2), "-d", Clip("b.y4m", 2), "-n", "--feature", "motion", "-o", log], cancelled.Token);

        Assert.Equal(ExitCodes.Cancelled, code);
        Assert.False(File.Exists(log));
        Assert.Equal("vmaf: cancelled", error.ToString().Trim());
    }

    [Theory]
    [InlineData("--aom_ctc", "v3.0")]
    [InlineData("--nflx_ctc", "v1.0")]
    public void The_test_conditions_run(string option, string version)
    {
        (int code, _, string error) = Run("-r", Clip("a.y4m", 1, 192, 192), "-d", Clip("b.y4m", 1, 192, 192), option, version);

        Assert.True(code == ExitCodes.Success, error);
    }

    private static (int Code, string Output, string Error) Run(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        int code = new Tool(output, error, isTerminal: false).Run(arguments, TestContext.Current.CancellationToken);
        return (code, output.ToString(), error.ToString());
    }

    private string Clip(string name, int frames, int width = 64, int height = 64) => _folder.Write(
        name,
        TestVideo.Y4m($"YUV4MPEG2 W{width} H{height} F25:1 C420jpeg\n", new VideoFormat(width, height, ChromaFormat.Yuv420, 8), frames));
}

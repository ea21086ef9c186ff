using FsCheck;
using FsCheck.Fluent;
using Vmaf.Engine.Fifo.Messages;
using Vmaf.Engine.Video;
using Xunit;

namespace Vmaf.Tests.Fifo;

/// <summary>What parent and writer tell each other survives the way, whatever is in it.</summary>
public sealed class WriterMessageTests
{
    [Fact]
    public void Any_texts_come_back_from_one_line()
    {
        Prop.ForAll<string[]>(texts =>
        {
            string[] sent = [.. texts.Select(text => text ?? string.Empty), "end"];
            string line = MessageLine.Join(sent);
            Assert.DoesNotContain('\n', line);
            Assert.DoesNotContain('\r', line);
            Assert.Equal(sent, MessageLine.Split(line));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_decoders_request_comes_back()
    {
        var input = new DecoderInput("tab\there\nand a line \\n", "/usr/bin/ffmpeg", ["-i", "file:ünï 🎬\\", "", "-y"], "/usr/bin/setpriv");
        DecoderInput back = Assert.IsType<DecoderInput>(SendAndTake(input));
        Assert.Equal(input with { Arguments = [] }, back with { Arguments = [] });
        Assert.Equal(input.Arguments, back.Arguments);
    }

    [Fact]
    public void A_decoder_without_launcher_has_none_in_the_writer() =>
        Assert.Null(Assert.IsType<DecoderInput>(SendAndTake(new DecoderInput("a", "b", [], Launcher: null))).Launcher);

    [Fact]
    public void Requests_for_clips_and_callbacks_come_back()
    {
        var format = new VideoFormat(1921, 3, ChromaFormat.Yuv444, 12);
        WriterInput[] inputs =
        [
            new ClipInput("a b.yuv", format, null),
            new ClipInput("a b.yuv", format, new FrameInterval(3, 1L << 40)),
            new ProcessedInput("/t/ref", format, "multiply"),
        ];
        Assert.All(inputs, input => Assert.Equal(input, SendAndTake(input)));
    }

    [Fact]
    public void Reports_come_back()
    {
        FifoWriterReport[] reports =
        [
            new(FifoWriterReportKind.DecoderStarted, 4711),
            new(FifoWriterReportKind.DecoderComplained, Message: "two\nlines\tand a tab"),
            new(FifoWriterReportKind.Finished),
            new(FifoWriterReportKind.Failed, null, "VmafDecoderFailed", "why", "what to do"),
            new(FifoWriterReportKind.Failed, null, "VmafDecoderFailed", "why"),
        ];
        Assert.All(reports, report => Assert.Equal(report, FifoWriterReport.Parse(report.ToLine())));
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("a\tb\tc")]
    [InlineData("a\tb\tc\tunknown\td")]
    [InlineData("a\tb\tc\tclip\tfile")]
    [InlineData("a\tb\tc\tclip\tfile\t10 10 1")]
    [InlineData("a\tb\tc\tclip\tfile\t10 10 1 8\t0")]
    [InlineData("a\tb\tc\tprocessed\tfile\t10 10 1 8")]
    [InlineData("a\tb\tc\tdecoder\tfile\tlauncher")]
    public void What_is_no_request_is_not_taken_for_one(string line) => Assert.False(FifoWriterRequest.TryParse(line, out _));

    [Theory]
    [InlineData("")]
    [InlineData("finished\tx")]
    [InlineData("decoder started\tsoon")]
    [InlineData("failed\tid")]
    public void What_is_no_report_is_not_taken_for_one(string line) => Assert.Null(FifoWriterReport.Parse(line));

    private static WriterInput SendAndTake(WriterInput input)
    {
        var request = new FifoWriterRequest("/tmp/a\tb/ref", "vmaf-1w", "/tmp/a\tb", input);
        Assert.True(FifoWriterRequest.TryParse(request.ToLine(), out FifoWriterRequest? back));
        Assert.Equal((request.TargetPath, request.SemaphoreName, request.SessionFolder), (back.TargetPath, back.SemaphoreName, back.SessionFolder));
        return back.Input;
    }
}

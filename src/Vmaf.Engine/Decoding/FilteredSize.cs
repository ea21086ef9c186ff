using System.Globalization;
using Vmaf.Engine.Errors;

namespace Vmaf.Engine.Decoding;

/// <summary>Finds out the size of frames behind filters, by having ffmpeg pass one frame through them.</summary>
internal static class FilteredSize
{
    /// <summary>Size of the frames that a command gives.</summary>
    /// <param name="tools">Where ffmpeg is.</param>
    /// <param name="command">The command.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="VmafException">ffmpeg fails (<see cref="VmafErrorIds.DecoderFailed"/>).</exception>
    public static PictureSize Measure(FfmpegTools tools, DecodeCommand command, CancellationToken cancellationToken)
    {
        DecodeCommand oneFrame = command with { Frames = null, MostFrames = null, Filters = command.Filters.Where(filter => filter.Key != VideoFilter.Select).ToDictionary() };
        ToolOutput output = ToolOutput.Capture(
            tools.Ffmpeg, [.. oneFrame.Arguments(tools, "yuv4mpegpipe"), "-frames:v", "1", "pipe:1"], cancellationToken);
        int endOfHeader = output.Text.IndexOf('\n', StringComparison.Ordinal);
        if (output.ExitCode != 0 || endOfHeader < 0)
        {
            throw new VmafException(
                VmafErrorIds.DecoderFailed,
                $"'{command.SourcePath}' could not be decoded through its filters: ffmpeg {ToolProcess.DescribeExit(output.ExitCode)}{output.ErrorTail}",
                "See whether the file plays, and whether the filter arguments are right.",
                command.SourcePath);
        }

        string[] tags = output.Text[..endOfHeader].Split(' ');
        int Tag(char letter) => int.Parse(tags.Skip(1).First(tag => tag[0] == letter).AsSpan(1), CultureInfo.InvariantCulture);
        return new PictureSize(Tag('W'), Tag('H'));
    }
}

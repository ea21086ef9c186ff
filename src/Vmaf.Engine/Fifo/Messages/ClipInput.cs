using System.Globalization;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Fifo.Messages;

/// <summary>A range of frames of a raw or y4m file, read without a decoder.</summary>
/// <param name="SourcePath">The file.</param>
/// <param name="Format">Size and pixel format.</param>
/// <param name="Frames">The frames to write; <see langword="null"/> for all.</param>
internal sealed record ClipInput(string SourcePath, VideoFormat Format, FrameInterval? Frames) : WriterInput
{
    /// <summary>What tells this input from others in a request.</summary>
    public const string Kind = "clip";

    /// <inheritdoc/>
    public override string[] ToTexts() => Frames is { } frames
        ? [Kind, SourcePath, FormatText.Of(Format), frames.First.ToString(CultureInfo.InvariantCulture), frames.Last.ToString(CultureInfo.InvariantCulture)]
        : [Kind, SourcePath, FormatText.Of(Format)];

    /// <summary>Reads what follows the kind.</summary>
    public static ClipInput? Parse(ReadOnlySpan<string> texts)
    {
        if (texts.Length < 2 || FormatText.Parse(texts[1]) is not { } format)
        {
            return null;
        }

        return texts.Length == 4
            && long.TryParse(texts[2], NumberStyles.None, CultureInfo.InvariantCulture, out long first)
            && long.TryParse(texts[3], NumberStyles.None, CultureInfo.InvariantCulture, out long last)
                ? new ClipInput(texts[0], format, new FrameInterval(first, last))
                : texts.Length == 2 ? new ClipInput(texts[0], format, null) : null;
    }
}

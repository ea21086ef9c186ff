using Vmaf.Engine.Video;
using Vmaf.Engine.Video.Luma;

namespace Vmaf.Engine.Fifo.Messages;

/// <summary>Another FIFO or file of raw frames, with its luma passed through a named callback.</summary>
/// <param name="SourcePath">The workfile.</param>
/// <param name="Format">Size and pixel format of both sides.</param>
/// <param name="Callback">Name of the callback in <see cref="LumaCallbacks"/>.</param>
internal sealed record ProcessedInput(string SourcePath, VideoFormat Format, string Callback) : WriterInput
{
    /// <summary>What tells this input from others in a request.</summary>
    public const string Kind = "processed";

    /// <inheritdoc/>
    public override string[] ToTexts() => [Kind, SourcePath, FormatText.Of(Format), Callback];

    /// <summary>Reads what follows the kind.</summary>
    public static ProcessedInput? Parse(ReadOnlySpan<string> texts) =>
        texts.Length == 3 && FormatText.Parse(texts[1]) is { } format ? new ProcessedInput(texts[0], format, texts[2]) : null;
}

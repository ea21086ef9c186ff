namespace Vmaf.Engine.Fifo.Messages;

/// <summary>Where a writer gets its frames from; part of the request that its host reads.</summary>
internal abstract record WriterInput
{
    /// <summary>The input as texts, the first of which says what it is.</summary>
    public abstract string[] ToTexts();

    /// <summary>Reads the texts back.</summary>
    /// <returns><see langword="null"/> where they are none of an input.</returns>
    public static WriterInput? FromTexts(ReadOnlySpan<string> texts) => texts switch
    {
        [DecoderInput.Kind, .. var rest] => DecoderInput.Parse(rest),
        [ClipInput.Kind, .. var rest] => ClipInput.Parse(rest),
        [ProcessedInput.Kind, .. var rest] => ProcessedInput.Parse(rest),
        _ => null,
    };
}

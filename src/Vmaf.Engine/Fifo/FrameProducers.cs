namespace Vmaf.Engine.Fifo;

/// <summary>Chooses the producer for what a request asks.</summary>
internal static class FrameProducers
{
    /// <summary>The producer for an input.</summary>
    /// <param name="input">Where the frames come from.</param>
    /// <param name="decoderStarted">Told the process id of a decoder that is started.</param>
    public static IFrameProducer For(WriterInput input, Action<int> decoderStarted) => input switch
    {
        DecoderInput decoder => new DecoderProducer(decoder, decoderStarted),
        ClipInput clip => new ClipProducer(clip),
        ProcessedInput processed => new ProcessedProducer(processed),
        _ => throw new ArgumentException($"No producer for {input.GetType().Name}.", nameof(input)),
    };
}

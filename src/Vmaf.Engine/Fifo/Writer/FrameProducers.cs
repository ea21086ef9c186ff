using Vmaf.Engine.Fifo.Messages;

namespace Vmaf.Engine.Fifo.Writer;

/// <summary>Chooses the producer for what a request asks.</summary>
internal static class FrameProducers
{
    /// <summary>The producer for an input.</summary>
    /// <param name="input">Where the frames come from.</param>
    /// <param name="report">Told of a decoder that is started, and of its complaints.</param>
    public static IFrameProducer For(WriterInput input, Action<FifoWriterReport> report) => input switch
    {
        DecoderInput decoder => new DecoderProducer(decoder, report),
        ClipInput clip => new ClipProducer(clip),
        ProcessedInput processed => new ProcessedProducer(processed),
        _ => throw new ArgumentException($"No producer for {input.GetType().Name}.", nameof(input)),
    };
}

namespace Vmaf.Engine.Fifo.Messages;

/// <summary>What a writer process reports.</summary>
internal enum FifoWriterReportKind
{
    /// <summary>It started a decoder.</summary>
    DecoderStarted,

    /// <summary>Its decoder wrote all frames, but complained.</summary>
    DecoderComplained,

    /// <summary>All frames were written.</summary>
    Finished,

    /// <summary>It cannot go on.</summary>
    Failed,
}

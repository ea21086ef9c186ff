namespace Vmaf.Engine.Fifo;

/// <summary>What a writer process reports.</summary>
internal enum FifoWriterReportKind
{
    /// <summary>It started a decoder.</summary>
    DecoderStarted,

    /// <summary>All frames were written.</summary>
    Finished,

    /// <summary>It cannot go on.</summary>
    Failed,
}

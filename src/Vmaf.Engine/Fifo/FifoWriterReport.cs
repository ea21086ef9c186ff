namespace Vmaf.Engine.Fifo;

/// <summary>What a writer process tells its parent, one line of JSON each on its standard output.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="DecoderProcessId">With <see cref="FifoWriterReportKind.DecoderStarted"/>: the decoder's process id.</param>
/// <param name="ErrorId">With <see cref="FifoWriterReportKind.Failed"/>: the error's stable id.</param>
/// <param name="Message">With <see cref="FifoWriterReportKind.Failed"/>: what went wrong. With <see cref="FifoWriterReportKind.DecoderComplained"/>: about what.</param>
/// <param name="Remedy">With <see cref="FifoWriterReportKind.Failed"/>: what can be done about it.</param>
internal sealed record FifoWriterReport(
    FifoWriterReportKind Kind, int? DecoderProcessId = null, string? ErrorId = null, string? Message = null, string? Remedy = null);

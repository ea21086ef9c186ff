using System.Globalization;

namespace Vmaf.Engine.Fifo.Messages;

/// <summary>What a writer process tells its parent, one line each on its standard output.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="DecoderProcessId">With <see cref="FifoWriterReportKind.DecoderStarted"/>: the decoder's process id.</param>
/// <param name="ErrorId">With <see cref="FifoWriterReportKind.Failed"/>: the error's stable id.</param>
/// <param name="Message">With <see cref="FifoWriterReportKind.Failed"/>: what went wrong. With <see cref="FifoWriterReportKind.DecoderComplained"/>: about what.</param>
/// <param name="Remedy">With <see cref="FifoWriterReportKind.Failed"/>: what can be done about it.</param>
internal sealed record FifoWriterReport(
    FifoWriterReportKind Kind, int? DecoderProcessId = null, string? ErrorId = null, string? Message = null, string? Remedy = null)
{
    private const string DecoderStarted = "decoder started";
    private const string DecoderComplained = "decoder complained";
    private const string Finished = "finished";
    private const string Failed = "failed";

    /// <summary>The report as a <see cref="MessageLine"/>.</summary>
    public string ToLine() => Kind switch
    {
        FifoWriterReportKind.DecoderStarted => MessageLine.Join(DecoderStarted, (DecoderProcessId ?? 0).ToString(CultureInfo.InvariantCulture)),
        FifoWriterReportKind.DecoderComplained => MessageLine.Join(DecoderComplained, Message ?? string.Empty),
        FifoWriterReportKind.Finished => Finished,
        _ => MessageLine.Join(Failed, ErrorId ?? string.Empty, Message ?? string.Empty, Remedy ?? string.Empty),
    };

    /// <summary>Reads a line back; <see langword="null"/> where it is no report.</summary>
    /// <param name="line">What <see cref="ToLine"/> gave, or anything else.</param>
    public static FifoWriterReport? Parse(string line) => MessageLine.Split(line) switch
    {
        [DecoderStarted, var id] when int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out int processId) =>
            new(FifoWriterReportKind.DecoderStarted, processId),
        [DecoderComplained, var message] => new(FifoWriterReportKind.DecoderComplained, Message: message),
        [Finished] => new(FifoWriterReportKind.Finished),
        [Failed, var id, var message, var remedy] => new(FifoWriterReportKind.Failed, null, OrNull(id), OrNull(message), OrNull(remedy)),
        _ => null,
    };

    private static string? OrNull(string text) => text.Length > 0 ? text : null;
}

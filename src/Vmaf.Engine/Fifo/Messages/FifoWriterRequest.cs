using System.Diagnostics.CodeAnalysis;

namespace Vmaf.Engine.Fifo.Messages;

/// <summary>All that a writer process is told, sent as one line on its standard input.</summary>
/// <param name="TargetPath">The FIFO to make; on Windows the name of the pipe.</param>
/// <param name="SemaphoreName">The semaphore to release once when the FIFO is there.</param>
/// <param name="SessionFolder">
/// The session's folder, whose name says which process is the parent; its end ends the writer, which then removes the folder.
/// </param>
/// <param name="Input">Where the frames come from.</param>
internal sealed record FifoWriterRequest(string TargetPath, string SemaphoreName, string SessionFolder, WriterInput Input)
{
    private const int OwnTexts = 3;

    /// <summary>The request as a <see cref="MessageLine"/>.</summary>
    public string ToLine() => MessageLine.Join([TargetPath, SemaphoreName, SessionFolder, .. Input.ToTexts()]);

    /// <summary>Reads a line back.</summary>
    /// <param name="line">What <see cref="ToLine"/> gave, or anything else.</param>
    /// <param name="request">The request.</param>
    /// <returns>Whether it is one.</returns>
    public static bool TryParse(string line, [NotNullWhen(true)] out FifoWriterRequest? request)
    {
        string[] texts = MessageLine.Split(line);
        WriterInput? input = texts.Length > OwnTexts ? WriterInput.FromTexts(texts.AsSpan(OwnTexts)) : null;
        request = input is null ? null : new FifoWriterRequest(texts[0], texts[1], texts[2], input);
        return request is not null;
    }
}

namespace Vmaf.Engine.Fifo;

/// <summary>All that a writer process is told, sent as one line of JSON on its standard input.</summary>
/// <param name="TargetPath">The FIFO to make; on Windows the name of the pipe.</param>
/// <param name="SemaphoreName">The semaphore to release once when the FIFO is there.</param>
/// <param name="SessionFolder">
/// The session's folder, whose name says which process is the parent; its end ends the writer, which then removes the folder.
/// </param>
/// <param name="Input">Where the frames come from.</param>
internal sealed record FifoWriterRequest(string TargetPath, string SemaphoreName, string SessionFolder, WriterInput Input);

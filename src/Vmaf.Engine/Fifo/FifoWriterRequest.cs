namespace Vmaf.Engine.Fifo;

/// <summary>All that a writer process is told, sent as one line of JSON on its standard input.</summary>
/// <param name="TargetPath">The FIFO to make; on Windows the name of the pipe.</param>
/// <param name="SemaphoreName">The semaphore to release once when the FIFO is there.</param>
/// <param name="SessionFolder">The session's folder, removed by the writer if its parent dies.</param>
/// <param name="ParentProcessId">The process whose end ends the writer.</param>
/// <param name="Input">Where the frames come from.</param>
internal sealed record FifoWriterRequest(
    string TargetPath, string SemaphoreName, string SessionFolder, int ParentProcessId, WriterInput Input);

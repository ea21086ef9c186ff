namespace Vmaf.Engine.Fifo;

/// <summary>The output of a decoder that the writer starts.</summary>
/// <param name="SourcePath">The video, for messages.</param>
/// <param name="Program">The decoder's path.</param>
/// <param name="Arguments">Its arguments, all but the target, which the writer appends.</param>
internal sealed record DecoderInput(string SourcePath, string Program, IReadOnlyList<string> Arguments) : WriterInput;

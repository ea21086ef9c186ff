using Vmaf.Engine.Video;

namespace Vmaf.Engine.Fifo;

/// <summary>Another FIFO or file of raw frames, with its luma passed through a named callback.</summary>
/// <param name="SourcePath">The workfile.</param>
/// <param name="Format">Size and pixel format of both sides.</param>
/// <param name="Callback">Name of the callback in <see cref="LumaCallbacks"/>.</param>
internal sealed record ProcessedInput(string SourcePath, VideoFormat Format, string Callback) : WriterInput;

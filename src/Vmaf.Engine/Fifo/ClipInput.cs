using Vmaf.Engine.Video;

namespace Vmaf.Engine.Fifo;

/// <summary>A range of frames of a raw or y4m file, read without a decoder.</summary>
/// <param name="SourcePath">The file.</param>
/// <param name="Format">Size and pixel format.</param>
/// <param name="Frames">The frames to write; <see langword="null"/> for all.</param>
internal sealed record ClipInput(string SourcePath, VideoFormat Format, FrameInterval? Frames) : WriterInput;

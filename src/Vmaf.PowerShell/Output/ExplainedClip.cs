using Vmaf.Engine.Video;

namespace Vmaf.PowerShell.Output;

/// <summary>Where the pictures of explained frames are found again.</summary>
/// <param name="Path">Path of the distorted video.</param>
/// <param name="SkippedFrames">Frames passed over at its start before frame 0.</param>
/// <param name="Hints">What is known of its format, if it is raw.</param>
internal sealed record ExplainedClip(string Path, long SkippedFrames, RawVideoHints? Hints);

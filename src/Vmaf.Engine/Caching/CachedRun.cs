using Vmaf.Engine.Alignment;
using Vmaf.Engine.Scoring;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Caching;

/// <summary>A run that came to its end, with what is known of its videos.</summary>
/// <param name="Result">What came out.</param>
/// <param name="FrameRate">Frames a second, where known.</param>
/// <param name="Offset">At which offset the videos fit best, where it was looked for.</param>
public sealed record CachedRun(QualityResult Result, FrameRate? FrameRate, OffsetMatch? Offset);

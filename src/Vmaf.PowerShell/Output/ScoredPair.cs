using Vmaf.Engine.Alignment;
using Vmaf.Engine.Pairs;
using Vmaf.Engine.Scoring;
using Vmaf.Engine.Video;

namespace Vmaf.PowerShell.Output;

/// <summary>A pair of videos that was scored, and how it is opened again to look at its frames.</summary>
/// <param name="Result">What the engine said.</param>
/// <param name="Options">How the pair was opened.</param>
/// <param name="FrameRate">Frames a second, where known.</param>
/// <param name="Offset">At which offset the videos fit best, where it was looked for.</param>
internal sealed record ScoredPair(QualityResult Result, ClipPairOptions Options, FrameRate? FrameRate, OffsetMatch? Offset)
{
    /// <summary>Where the pictures of the distorted video are found again.</summary>
    public ExplainedClip Clip => new(Result.Distorted, Options.DistortedSkippedFrames, Options.DistortedHints);
}

using Vmaf.Engine.Explanation;

namespace Vmaf.Engine.Reports.Plots;

/// <summary>A frame as it is plotted.</summary>
/// <param name="Clip">Name of the video that it is of; empty if not known.</param>
/// <param name="Explanation">Why it has its score.</param>
/// <param name="Picture">The distorted frame; <see langword="null"/> if not at hand.</param>
public sealed record PlottedFrame(string Clip, FrameExplanation Explanation, GrayPicture? Picture);

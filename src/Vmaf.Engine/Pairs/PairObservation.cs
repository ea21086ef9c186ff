namespace Vmaf.Engine.Pairs;

/// <summary>What a look at a pair of frames shows beside its features. Differences are in steps of 8-bit samples.</summary>
/// <param name="DistortedMotion">
/// Motion of the distorted luma since the frame before, measured as the motion feature measures the reference's;
/// <see langword="null"/> where the frame before is not known.
/// </param>
/// <param name="LumaShift">Mean luma of the distorted frame less that of the reference.</param>
/// <param name="ChromaDifference">Mean absolute difference of the chroma samples; 0 without chroma.</param>
/// <param name="OffsetFrames">
/// By how many frames the distorted one is late (positive) or early, if it shows another frame of the reference nearby; 0 if it surely
/// shows its own; <see langword="null"/> where the pictures do not tell.
/// </param>
public readonly record struct PairObservation(double? DistortedMotion, double LumaShift, double ChromaDifference, int? OffsetFrames);

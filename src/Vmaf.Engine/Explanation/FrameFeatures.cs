namespace Vmaf.Engine.Explanation;

/// <summary>The features of one frame that is to be explained.</summary>
/// <param name="FrameIndex">Index of the frame.</param>
/// <param name="Values">Raw features in the order of the model's.</param>
public sealed record FrameFeatures(int FrameIndex, IReadOnlyList<double> Values)
{
    /// <summary>
    /// Motion of the reference since the frame before (<c>VMAF_integer_feature_motion_sad_score</c>), if known: shows cuts, which the
    /// models' motion feature hides.
    /// </summary>
    public double? ReferenceMotion { get; init; }

    /// <summary>The same of the distorted video, if known: shows frozen frames.</summary>
    public double? DistortedMotion { get; init; }
}

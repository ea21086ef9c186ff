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

    /// <summary>Mean difference of the distorted luma from the reference's, in steps of 8 bits, if known: shows brightness changes.</summary>
    public double? LumaShift { get; init; }

    /// <summary>Mean absolute difference of the chroma planes, in steps of 8 bits, if known: shows colour changes.</summary>
    public double? ChromaDifference { get; init; }

    /// <summary>By how many frames the picture is late (positive) or early; 0 if it surely is in place; if known.</summary>
    public int? OffsetFrames { get; init; }

    /// <summary>Additive impairment (<c>integer_aim</c>), if known: tells added errors from lost detail.</summary>
    public double? AdditiveImpairment { get; init; }
}

namespace Vmaf.Engine.Features.Motion;

/// <summary>The options that <c>motion</c> and <c>float_motion</c> have in common.</summary>
internal static class MotionOptions
{
    /// <summary>Whether nothing is measured.</summary>
    public static FeatureOption ForceZero { get; } = FeatureOption.Switch("motion_force_zero", "force_0", "Sets every motion value to zero.");

    /// <summary>Factor on motion.</summary>
    public static FeatureOption FpsWeight { get; } =
        FeatureOption.Number("motion_fps_weight", "mfw", 1.0, 0, 5, "Factor on every motion value, to make frame rates comparable.");

    /// <summary>Slope of motion3 above <see cref="BlendOffset"/>.</summary>
    public static FeatureOption BlendFactor { get; } =
        FeatureOption.Number("motion_blend_factor", "mbf", 1.0, 0, 1, "Slope of motion3 above the blend offset.");

    /// <summary>Where the slope of motion3 changes.</summary>
    public static FeatureOption BlendOffset { get; } =
        FeatureOption.Number("motion_blend_offset", "mbo", 40.0, 0, 1000, "Motion above which motion3 grows by the blend factor only.");

    /// <summary>Largest value.</summary>
    public static FeatureOption MaximumValue { get; } =
        FeatureOption.Number("motion_max_val", "mmxv", 10000.0, 0, 10000, "Largest motion value; larger ones are clipped to it.");
}

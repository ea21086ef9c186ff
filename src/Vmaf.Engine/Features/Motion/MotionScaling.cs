namespace Vmaf.Engine.Features.Motion;

/// <summary>How the options of <c>motion</c> and <c>float_motion</c> scale what was measured.</summary>
internal sealed class MotionScaling
{
    private readonly double _fpsWeight;
    private readonly double _blendFactor;
    private readonly double _blendOffset;
    private readonly double _maximum;

    /// <summary>Reads the options.</summary>
    /// <param name="options">Options of an extractor that has those of <see cref="MotionOptions"/>.</param>
    public MotionScaling(FeatureOptionSet options)
    {
        _fpsWeight = options.Double(MotionOptions.FpsWeight.Name);
        _blendFactor = options.Double(MotionOptions.BlendFactor.Name);
        _blendOffset = options.Double(MotionOptions.BlendOffset.Name);
        _maximum = options.Double(MotionOptions.MaximumValue.Name);
    }

    /// <summary>Motion, weighted for the frame rate.</summary>
    /// <param name="motion">Motion as measured.</param>
    public double Weight(double motion) => motion * _fpsWeight;

    /// <summary>Weighted motion, clipped.</summary>
    /// <param name="weighted">Weighted motion.</param>
    public double Clip(double weighted) => Math.Min(weighted, _maximum);

    /// <summary>Weighted motion with what lies above the offset scaled down, clipped.</summary>
    /// <param name="weighted">Weighted motion.</param>
    public double Blend(double weighted) =>
        Clip((weighted * _blendFactor) + ((1 - _blendFactor) * Math.Min(_blendOffset, weighted)));
}

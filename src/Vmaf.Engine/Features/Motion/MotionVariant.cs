namespace Vmaf.Engine.Features.Motion;

/// <summary>One option set of the motion feature, and the arithmetic that depends on nothing else.</summary>
internal sealed class MotionVariant
{
    private readonly double _blendFactor;
    private readonly double _blendOffset;
    private readonly double _fpsWeight;
    private readonly double _maximum;

    /// <summary>Reads the options.</summary>
    public MotionVariant(FeatureOptionSet options)
    {
        _blendFactor = options.Double(MotionDefinition.BlendFactor);
        _blendOffset = options.Double(MotionDefinition.BlendOffset);
        _fpsWeight = options.Double(MotionDefinition.FpsWeight);
        _maximum = options.Double(MotionDefinition.MaximumValue);
        IsForcedToZero = options.Boolean(MotionDefinition.ForceZero);
        FramesBack = options.Boolean(MotionDefinition.FiveFrameWindow) ? 2 : 1;
        UsesMovingAverage = options.Boolean(MotionDefinition.MovingAverage);
        EmitsMotion = options.Boolean(MotionDefinition.Debug);
        FeatureNames = [.. Features(EmitsMotion).Select(feature => FeatureNaming.LogName(feature, options))];
    }

    /// <summary>Whether nothing is measured.</summary>
    public bool IsForcedToZero { get; }

    /// <summary>How many frames back the picture lies that a frame is compared with; also the first frame that has one.</summary>
    public int FramesBack { get; }

    /// <summary>Whether motion3 is averaged with that of the frame before.</summary>
    public bool UsesMovingAverage { get; }

    /// <summary>Whether the debug feature "motion" is given too.</summary>
    public bool EmitsMotion { get; }

    /// <summary>Names in logs.</summary>
    public IReadOnlyList<string> FeatureNames { get; }

    /// <summary>Motion of a frame per sample, weighted and clipped, from the meter's sum.</summary>
    public double Motion(double sum, long sampleCount) =>
        IsForcedToZero ? 0 : Math.Min(sum / 256.0 / sampleCount * _fpsWeight, _maximum);

    /// <summary>Motion with what lies above the offset scaled down, clipped.</summary>
    public double Blend(double motion) =>
        Math.Min((motion * _blendFactor) + ((1 - _blendFactor) * Math.Min(_blendOffset, motion)), _maximum);

    private static IEnumerable<string> Features(bool withMotion)
    {
        yield return MotionDefinition.SumFeature;
        if (withMotion)
        {
            yield return MotionDefinition.MotionFeature;
        }

        yield return MotionDefinition.Motion2Feature;
        yield return MotionDefinition.Motion3Feature;
    }
}

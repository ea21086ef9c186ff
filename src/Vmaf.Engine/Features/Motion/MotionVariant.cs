namespace Vmaf.Engine.Features.Motion;

/// <summary>One option set of the motion feature, and the arithmetic that depends on nothing else.</summary>
internal sealed class MotionVariant
{
    private readonly MotionScaling _scaling;

    /// <summary>Reads the options.</summary>
    public MotionVariant(FeatureOptionSet options)
    {
        _scaling = new MotionScaling(options);
        IsForcedToZero = options.Boolean(MotionOptions.ForceZero.Name);
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
        IsForcedToZero ? 0 : _scaling.Clip(_scaling.Weight(sum / 256.0 / sampleCount));

    /// <summary>Motion with what lies above the offset scaled down, clipped.</summary>
    public double Blend(double motion) => _scaling.Blend(motion);

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

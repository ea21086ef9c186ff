using Vmaf.Engine.Features.Motion;

namespace Vmaf.Engine.Features.FloatMotion;

/// <summary>One option set of <c>float_motion</c>, and the arithmetic that depends on nothing else.</summary>
internal sealed class FloatMotionVariant
{
    private readonly MotionScaling _scaling;

    /// <summary>Reads the options.</summary>
    public FloatMotionVariant(FeatureOptionSet options)
    {
        _scaling = new MotionScaling(options);
        IsForcedToZero = options.Boolean(MotionOptions.ForceZero.Name);
        EmitsMotion = options.Boolean(FloatMotionDefinition.Debug);
        Measure = new MotionMeasure(
            options.Integer(FloatMotionDefinition.FilterSize) is 1 or 3 ? options.Integer(FloatMotionDefinition.FilterSize) : 5,
            options.Boolean(FloatMotionDefinition.AddScale1),
            options.Boolean(FloatMotionDefinition.AddChroma));
        string[] features = EmitsMotion
            ? [FloatMotionDefinition.Motion2Feature, FloatMotionDefinition.MotionFeature, FloatMotionDefinition.Motion3Feature]
            : [FloatMotionDefinition.Motion2Feature, FloatMotionDefinition.Motion3Feature];
        FeatureNames = [.. features.Select(feature => FeatureNaming.LogName(feature, options))];
    }

    /// <summary>Whether nothing is measured.</summary>
    public bool IsForcedToZero { get; }

    /// <summary>Whether the debug feature "motion" is given too.</summary>
    public bool EmitsMotion { get; }

    /// <summary>What is measured.</summary>
    public MotionMeasure Measure { get; }

    /// <summary>Names in logs: motion2, motion if given, motion3.</summary>
    public IReadOnlyList<string> FeatureNames { get; }

    /// <summary>motion or motion2 as reported.</summary>
    /// <param name="motion">Motion as measured.</param>
    public double Reported(double motion) => _scaling.Clip(_scaling.Weight(motion));

    /// <summary>motion3 as reported.</summary>
    /// <param name="motion">motion2 as measured.</param>
    public double Blended(double motion) => _scaling.Blend(_scaling.Weight(motion));
}

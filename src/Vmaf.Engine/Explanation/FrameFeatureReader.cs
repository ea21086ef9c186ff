using System.Globalization;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Features.Motion;
using Vmaf.Engine.Models;
using Vmaf.Engine.Pairs;
using Vmaf.Engine.Scoring;

namespace Vmaf.Engine.Explanation;

/// <summary>Picks what an explanation needs out of the metrics of scored frames, by their names in logs.</summary>
public sealed class FrameFeatureReader
{
    private const string AdditiveImpairment = "integer_aim";

    private readonly string[] _inputs;
    private readonly string? _referenceMotion;
    private readonly string? _additiveImpairment;

    /// <summary>Finds the features of a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="metricNames">Names of the metrics there are.</param>
    /// <exception cref="VmafException"><see cref="VmafErrorIds.FeatureMissing"/>: a feature of the model is not among them.</exception>
    public FrameFeatureReader(VmafModel model, IReadOnlyCollection<string> metricNames)
    {
        _inputs = [.. model.Features.Select(feature => feature.ResolveLogName())];
        string[] missing = [.. _inputs.Except(metricNames, StringComparer.Ordinal)];
        if (missing.Length > 0)
        {
            throw new VmafException(
                VmafErrorIds.FeatureMissing,
                $"The model '{model.Info.Name}' needs {string.Join(", ", missing)}, which the frames do not have.",
                "Explain with the model that the frames were scored with, or score the videos anew with this one.",
                model.Info.Name);
        }

        _referenceMotion = metricNames.FirstOrDefault(name => name.StartsWith(MotionDefinition.SumFeature, StringComparison.Ordinal));
        _additiveImpairment = metricNames.FirstOrDefault(name => name.StartsWith(AdditiveImpairment, StringComparison.Ordinal));
    }

    /// <summary>The features of a frame.</summary>
    /// <param name="frame">The frame, of a run or a log with the metrics given.</param>
    /// <param name="observation">What a look at the pictures showed, if there was one.</param>
    /// <exception cref="VmafException"><see cref="VmafErrorIds.FeatureNotFinite"/>: a feature of the model has no finite value.</exception>
    public FrameFeatures Read(FrameScore frame, PairObservation? observation = null)
    {
        MetricDictionary metrics = frame.Metrics;
        return Read(frame.FrameIndex, name => metrics.TryGetValue(name, out double? value) ? value : null, observation);
    }

    /// <summary>The features of a frame.</summary>
    /// <param name="frameIndex">Index of the frame.</param>
    /// <param name="valueOf">Value of a metric; <see langword="null"/> where there is none or it is not finite.</param>
    /// <param name="observation">What a look at the pictures showed, if there was one.</param>
    /// <exception cref="VmafException"><see cref="VmafErrorIds.FeatureNotFinite"/>: a feature of the model has no finite value.</exception>
    public FrameFeatures Read(int frameIndex, Func<string, double?> valueOf, PairObservation? observation = null) =>
        new(frameIndex, [.. _inputs.Select(name => valueOf(name) ?? throw NotFinite(frameIndex, name))])
        {
            ReferenceMotion = _referenceMotion is null ? null : valueOf(_referenceMotion),
            AdditiveImpairment = _additiveImpairment is null ? null : valueOf(_additiveImpairment),
            DistortedMotion = observation?.DistortedMotion,
            OffsetFrames = observation?.OffsetFrames,
            LumaShift = observation?.LumaShift,
            ChromaDifference = observation?.ChromaDifference,
        };

    private static VmafException NotFinite(int frameIndex, string name) => new(
        VmafErrorIds.FeatureNotFinite,
        string.Create(CultureInfo.InvariantCulture, $"Frame {frameIndex} has no finite value of '{name}' and cannot be explained."),
        "Frames like this have no score either; the others are explained.",
        name);
}

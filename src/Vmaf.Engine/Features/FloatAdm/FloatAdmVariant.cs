using Vmaf.Engine.Features.Adm;

namespace Vmaf.Engine.Features.FloatAdm;

/// <summary>One option set of <c>float_adm</c>.</summary>
internal sealed class FloatAdmVariant
{
    /// <summary>Number of scales, each half the size of the one before.</summary>
    public const int ScaleCount = 4;

    private const int BartenMode = 1;
    private const int PaperMode = 2;
    private const int ScoreCount = 7;
    private const double LeastSum = 1e-10 / (1920.0 * 1080.0);

    private readonly FeatureOptionSet _options;
    private readonly bool _combinesHarmonically;
    private readonly double _lossWeight;
    private readonly double _leastValue;
    private readonly bool _isDebug;
    private readonly int _skippedImpairmentScale;

    /// <summary>Reads the options.</summary>
    public FloatAdmVariant(FeatureOptionSet options)
    {
        _options = options;
        _combinesHarmonically = options.Boolean(FloatAdmDefinition.HarmonicMean);
        _lossWeight = options.Double(FloatAdmDefinition.LossWeight);
        _leastValue = options.Double(FloatAdmDefinition.LeastValue);
        _isDebug = options.Boolean(FloatAdmDefinition.Debug);
        _skippedImpairmentScale = options.Integer(FloatAdmDefinition.SkipImpairmentScale);
        GainLimit = (float)options.Double(FloatAdmDefinition.GainLimit);
        NoiseWeight = options.Double(FloatAdmDefinition.NoiseWeight);
        NormExponent = options.Double(FloatAdmDefinition.NormExponent);
        BypassesMasking = options.Integer(FloatAdmDefinition.BypassMasking) != 0;
        SkipsScale0 = options.Boolean(FloatAdmDefinition.SkipScale0);
        IReadOnlyList<string> features = options.Extractor.ProvidedFeatures;
        FeatureNames = [.. features.Take(_isDebug ? features.Count : ScoreCount).Select(feature => FeatureNaming.LogName(feature, options))];
    }

    /// <summary>Largest gain that counts.</summary>
    public float GainLimit { get; }

    /// <summary>Weight of the constant in the sums of detail.</summary>
    public double NoiseWeight { get; }

    /// <summary>Exponent of the norm that pools a scale.</summary>
    public double NormExponent { get; }

    /// <summary>Whether contrast masking is left out.</summary>
    public bool BypassesMasking { get; }

    /// <summary>Whether the finest scale is left out.</summary>
    public bool SkipsScale0 { get; }

    /// <summary>Names in logs.</summary>
    public IReadOnlyList<string> FeatureNames { get; }

    /// <summary>Contrast sensitivity to horizontal and vertical detail of a scale.</summary>
    /// <param name="scale">0, the finest, to 3.</param>
    public float StraightSensitivity(int scale) => Given("adm_f1s", scale) ?? Mode switch
    {
        BartenMode => BartenSensitivity.At(Condition, scale, _options.Double(FloatAdmDefinition.SensitivityFactor)),
        PaperMode => PaperSensitivity.Straight(Condition, scale),
        _ => WatsonSensitivity.Straight(Condition, scale),
    };

    /// <summary>Contrast sensitivity to diagonal detail of a scale.</summary>
    /// <param name="scale">0, the finest, to 3.</param>
    public float DiagonalSensitivity(int scale) => Given("adm_f2s", scale) ?? Mode switch
    {
        BartenMode => BartenSensitivity.At(Condition, scale, _options.Double(FloatAdmDefinition.DiagonalFactor)),
        PaperMode => PaperSensitivity.Diagonal(Condition, scale),
        _ => WatsonSensitivity.Diagonal(Condition, scale),
    };

    private int Mode => _options.Integer(FloatAdmDefinition.SensitivityMode);

    private ViewingCondition Condition =>
        new(_options.Double(FloatAdmDefinition.ViewDistance), _options.Integer(FloatAdmDefinition.DisplayHeight));

    /// <summary>Writes the features and returns the room after them.</summary>
    /// <param name="sums">What was measured at each scale.</param>
    /// <param name="sampleCount">Luma samples of a frame.</param>
    /// <param name="features">Receives the features.</param>
    public Span<double> Write(scoped ReadOnlySpan<AdmSums> sums, double sampleCount, Span<double> features)
    {
        double kept = 0;
        double available = 0;
        double added = 0;
        double addedTo = 0;
        for (int scale = 0; scale < ScaleCount; scale++)
        {
            kept += sums[scale].Kept;
            available += sums[scale].Available;
            if (scale != _skippedImpairmentScale)
            {
                added += sums[scale].Added;
                addedTo += sums[scale].Available;
            }
        }

        kept = kept < LeastSum * sampleCount ? 0 : kept;
        available = available < LeastSum * sampleCount ? 0 : available;
        double score = available == 0 ? 1 : kept / available;
        double impairment = available == 0 ? 0 : Math.Min(added / addedTo, 1);
        features[0] = score;
        features[1] = impairment;
        features[2] = Math.Max(
            _combinesHarmonically
                ? 2 * score * impairment / (score + impairment)
                : (score * _lossWeight) + ((1 - impairment) * (1 - _lossWeight)),
            _leastValue);
        for (int scale = 0; scale < ScaleCount; scale++)
        {
            features[3 + scale] = (double)sums[scale].Kept / sums[scale].Available;
        }

        features = features[ScoreCount..];
        if (!_isDebug)
        {
            return features;
        }

        features[0] = score;
        features[1] = kept;
        features[2] = available;
        for (int scale = 0; scale < ScaleCount; scale++)
        {
            features[3 + (2 * scale)] = sums[scale].Kept;
            features[4 + (2 * scale)] = sums[scale].Available;
        }

        return features[(3 + (2 * ScaleCount))..];
    }

    private float? Given(string option, int scale)
    {
        double value = _options.Double(option + (char)('0' + scale));
        return value < 0 ? null : (float)value;
    }
}

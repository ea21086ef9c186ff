using System.Globalization;
using Vmaf.Engine.Errors;

namespace Vmaf.Engine.Features.Adm;

/// <summary>The options of one variant, read and checked, with its contrast sensitivities.</summary>
internal sealed class AdmVariant
{
    /// <summary>Detail finer than 1080 lines seen from three display heights does not fit the 16-bit first scale.</summary>
    private const double LeastLinesTimesDistance = 3.0 * 1080;

    private readonly BandSensitivity[] _sensitivities;

    /// <summary>Reads an option set.</summary>
    /// <param name="options">Options of the <c>adm</c> extractor.</param>
    /// <exception cref="VmafException"><see cref="VmafErrorIds.OptionInvalid"/>: the viewing condition is not supported.</exception>
    public AdmVariant(FeatureOptionSet options)
    {
        Options = options;
        GainLimit = options.Double(AdmDefinition.EnhancementGainLimit);
        DetailLossWeight = options.Double(AdmDefinition.DetailLossWeight);
        NoiseWeight = options.Double(AdmDefinition.NoiseWeight);
        LeastValue = options.Double(AdmDefinition.LeastValue);
        MeasuresAdditive = !options.Boolean(AdmDefinition.SkipAdditive);
        FirstScale = options.Boolean(AdmDefinition.SkipFirstScale) ? 1 : 0;
        IsDebug = options.Boolean(AdmDefinition.Debug);

        double distance = options.Double(AdmDefinition.ViewingDistance);
        int height = options.Integer(AdmDefinition.DisplayHeight);
        if (distance * height < LeastLinesTimesDistance)
        {
            throw new VmafException(
                VmafErrorIds.OptionInvalid,
                string.Create(CultureInfo.InvariantCulture, $"adm cannot serve a display of {height} lines seen from {distance} display heights."),
                $"{AdmDefinition.ViewingDistance} times {AdmDefinition.DisplayHeight} must be at least {LeastLinesTimesDistance}.",
                AdmDefinition.ViewingDistance);
        }

        var condition = new ViewingCondition(distance, height);
        var mode = (ContrastSensitivityMode)options.Integer(AdmDefinition.CsfMode);
        double scale = options.Double(AdmDefinition.CsfScale);
        double diagonalScale = options.Double(AdmDefinition.CsfDiagonalScale);
        _sensitivities = [.. Enumerable.Range(0, AdmExtractor.ScaleCount)
            .Select(level => BandSensitivity.Create(mode, condition, level, scale, diagonalScale))];
    }

    /// <summary>The options as given.</summary>
    public FeatureOptionSet Options { get; }

    /// <summary>How much stronger than the reference enhanced detail may count.</summary>
    public double GainLimit { get; }

    /// <summary>Weight of detail loss in adm3.</summary>
    public double DetailLossWeight { get; }

    /// <summary>Weight of the noise floor.</summary>
    public double NoiseWeight { get; }

    /// <summary>Least value of adm3.</summary>
    public double LeastValue { get; }

    /// <summary>Whether additive impairment is measured.</summary>
    public bool MeasuresAdditive { get; }

    /// <summary>The finest scale that counts, 0 or 1.</summary>
    public int FirstScale { get; }

    /// <summary>Whether numerators and denominators are given too.</summary>
    public bool IsDebug { get; }

    /// <summary>Number of features the variant gives.</summary>
    public int FeatureCount => IsDebug ? Options.Extractor.ProvidedFeatures.Count : AdmDefinition.PlainFeatureCount;

    /// <summary>Sensitivities at a scale.</summary>
    /// <param name="scale">0, the finest, to 3.</param>
    public BandSensitivity Sensitivity(int scale) => _sensitivities[scale];
}

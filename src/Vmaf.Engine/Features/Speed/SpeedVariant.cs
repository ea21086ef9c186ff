using Vmaf.Engine.Errors;
using Vmaf.Engine.Features.SinglePrecision;

namespace Vmaf.Engine.Features.Speed;

/// <summary>What one option set of <c>speed_chroma</c> or <c>speed_temporal</c> means.</summary>
internal sealed class SpeedVariant
{
    private const double Tolerance = 1e-3;

    /// <summary>Reads the options.</summary>
    /// <param name="options">Options of <see cref="SpeedChromaDefinition"/> or <see cref="SpeedTemporalDefinition"/>.</param>
    /// <exception cref="VmafException"><see cref="VmafErrorIds.OptionInvalid"/>.</exception>
    public SpeedVariant(FeatureOptionSet options)
    {
        Options = options;
        FeatureNames = [.. options.Extractor.ProvidedFeatures.Select(feature => FeatureNaming.LogName(feature, options))];
        KernelScale = GaussianKernel.ReadFactor(options, SpeedOptions.KernelScale);
        Prescale = options.Double(SpeedOptions.Prescale);
        Prescale = Math.Abs(Prescale - 1) < Tolerance ? 1 : Prescale;
        Method = ResamplingMethods.Read(options, SpeedOptions.PrescaleMethod);
        Noise = (float)options.Double(SpeedOptions.Noise);
        NoiseFloor = (float)options.Double(SpeedOptions.NoiseFloor);
        MaximumValue = options.Double(SpeedOptions.MaximumValue);
    }

    /// <summary>The options.</summary>
    public FeatureOptionSet Options { get; }

    /// <summary>Names in logs.</summary>
    public IReadOnlyList<string> FeatureNames { get; }

    /// <summary>Factor on the width of the filters.</summary>
    public float KernelScale { get; }

    /// <summary>Factor on the size of pictures.</summary>
    public double Prescale { get; }

    /// <summary>How pictures are scaled.</summary>
    public ResamplingMethod Method { get; }

    /// <summary>Variance of the neural noise.</summary>
    public float Noise { get; }

    /// <summary>Share of the noise that is added to it before entropies count as visible.</summary>
    public float NoiseFloor { get; }

    /// <summary>Largest value; larger ones are clipped to it.</summary>
    public double MaximumValue { get; }

    /// <summary>Size of a picture once it is scaled.</summary>
    /// <param name="size">Its size.</param>
    public PlaneSize Scale(PlaneSize size) => new((int)((size.Width * Prescale) + 0.5), (int)((size.Height * Prescale) + 0.5));
}

using Vmaf.Engine.Errors;

namespace Vmaf.Engine.Features.Speed;

/// <summary>What one option set of <c>speed_chroma</c> or <c>speed_temporal</c> means.</summary>
internal sealed class SpeedVariant
{
    private const double Tolerance = 1e-3;

    /// <summary>The factors that libvmaf has filters for.</summary>
    private static readonly float[] KernelScales =
    [
        1, 1 / 2f, 3 / 2f, 2, 2 / 3f, 24 / 10f, 360 / 97f, 4 / 3f, 3.5f / 3, 3.75f / 3, 4.25f / 3, 5 / 3f, 3, 1 / 2.25f,
        1.4746f, 1.54f, 1.6f, 1.06667f, 0.711111f, 0.740740f, 1.111111f,
    ];

    /// <summary>Reads the options.</summary>
    /// <param name="options">Options of <see cref="SpeedChromaDefinition"/> or <see cref="SpeedTemporalDefinition"/>.</param>
    /// <exception cref="VmafException"><see cref="VmafErrorIds.OptionInvalid"/>.</exception>
    public SpeedVariant(FeatureOptionSet options)
    {
        Options = options;
        KernelScale = options.Double(SpeedOptions.KernelScale);
        if (!KernelScales.Any(scale => Math.Abs((float)KernelScale - scale) < Tolerance))
        {
            throw new VmafException(
                VmafErrorIds.OptionInvalid,
                $"SpEED has no filter for {SpeedOptions.KernelScale}={KernelScale.ToString(System.Globalization.CultureInfo.InvariantCulture)}.",
                "Give 1, 0.5, 1.5, 2, 2.4, 3, or another factor that libvmaf has.",
                SpeedOptions.KernelScale);
        }

        Prescale = options.Double(SpeedOptions.Prescale);
        Prescale = Math.Abs(Prescale - 1) < Tolerance ? 1 : Prescale;
        Method = options.Text(SpeedOptions.PrescaleMethod) switch
        {
            "nearest" => PrescaleMethod.Nearest,
            "bilinear" => PrescaleMethod.Bilinear,
            "bicubic" => PrescaleMethod.Bicubic,
            "lanczos4" => PrescaleMethod.Lanczos4,
            string other => throw new VmafException(
                VmafErrorIds.OptionInvalid,
                $"SpEED cannot scale by '{other}'.",
                "Give nearest, bilinear, bicubic or lanczos4.",
                SpeedOptions.PrescaleMethod),
        };
        Noise = (float)options.Double(SpeedOptions.Noise);
        NoiseFloor = (float)options.Double(SpeedOptions.NoiseFloor);
        MaximumValue = options.Double(SpeedOptions.MaximumValue);
    }

    /// <summary>The options.</summary>
    public FeatureOptionSet Options { get; }

    /// <summary>Factor on the width of the filters.</summary>
    public double KernelScale { get; }

    /// <summary>Factor on the size of pictures.</summary>
    public double Prescale { get; }

    /// <summary>How pictures are scaled.</summary>
    public PrescaleMethod Method { get; }

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

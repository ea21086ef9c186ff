using Vmaf.Engine.Errors;

namespace Vmaf.Engine.Features.SinglePrecision;

/// <summary>The Gaussians of VIF and SpEED: 17, 9, 5, 3 and 3 samples long, or that times a factor, rounded up to odd; five samples a deviation.</summary>
internal static class GaussianKernel
{
    private const float Tolerance = 1e-3f;

    private static readonly float[] KnownFactors =
    [
        1f, 1 / 2f, 3 / 2f, 2f, 2 / 3f, 24 / 10f, 360 / 97f, 4 / 3f, 3.5f / 3f, 3.75f / 3f, 4.25f / 3f, 5 / 3f, 3f, 1 / 2.25f,
        1.4746f, 1.54f, 1.6f, 1.06667f, 0.711111f, 0.740740f, 1.111111f,
    ];

    /// <summary>Reads a factor on the length, and refuses one that libvmaf does not have.</summary>
    /// <param name="options">The options.</param>
    /// <param name="optionName">Name of the option that holds it.</param>
    /// <exception cref="VmafException"><see cref="VmafErrorIds.OptionInvalid"/>.</exception>
    public static float ReadFactor(FeatureOptionSet options, string optionName)
    {
        float factor = (float)options.Double(optionName);
        if (!KnownFactors.Any(known => MathF.Abs(factor - known) < Tolerance))
        {
            string known = string.Join(", ", KnownFactors.Order().Select(value => value.ToString("0.###", System.Globalization.CultureInfo.InvariantCulture)));
            throw new VmafException(
                VmafErrorIds.OptionInvalid,
                FormattableString.Invariant($"Option '{optionName}' of feature extractor '{options.Extractor.Name}' cannot be {options.Double(optionName)}."),
                $"Give one of {known}.",
                optionName);
        }

        return factor;
    }

    /// <summary>The weights at a scale; their sum is 1.</summary>
    /// <param name="scale">0, the finest, to 4.</param>
    /// <param name="factor">Factor on the length.</param>
    /// <param name="deviationFactor">Further factor on the deviation, which leaves the length as it is.</param>
    public static float[] At(int scale, float factor, double deviationFactor = 1)
    {
        int length = (int)Math.Ceiling(((1 << (4 - scale)) + 1) * factor);
        length = Math.Max(length | 1, 3);
        float deviation = (float)(deviationFactor * length / 5);
        float peak = (float)(1 / (deviation * Math.Sqrt(2 * Math.PI)));
        var weights = new float[length];
        float sum = 0;
        for (int index = 0; index < length; index++)
        {
            float distance = index - (length / 2);
            weights[index] = (float)Math.Exp(-0.5 * distance / deviation * distance / deviation) / peak;
            sum += weights[index];
        }

        for (int index = 0; index < length; index++)
        {
            weights[index] /= sum;
        }

        return weights;
    }
}

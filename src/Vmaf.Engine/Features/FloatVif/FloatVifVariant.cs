using Vmaf.Engine.Features.SinglePrecision;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Features.FloatVif;

/// <summary>One option set of <c>float_vif</c>, worked out for a video format.</summary>
internal sealed class FloatVifVariant
{
    /// <summary>Number of scales, each half the size of the one before.</summary>
    public const int ScaleCount = 4;

    private readonly float _kernelScale;

    /// <summary>Reads the options.</summary>
    /// <param name="format">Format of both videos.</param>
    /// <param name="options">Options of libvmaf's <c>float_vif</c>.</param>
    public FloatVifVariant(VideoFormat format, FeatureOptionSet options)
    {
        _kernelScale = GaussianKernel.ReadFactor(options, FloatVifDefinition.KernelScale);
        GainLimit = (float)options.Double(FloatVifDefinition.GainLimit);
        NoiseVariance = options.Double(FloatVifDefinition.NoiseVariance);
        SkipsScale0 = options.Boolean(FloatVifDefinition.SkipScale0);
        IsDebug = options.Boolean(FloatVifDefinition.Debug);
        LeastValues = [0, options.Double("vif_scale1_min_val"), options.Double("vif_scale2_min_val"), options.Double("vif_scale3_min_val")];
        Method = ResamplingMethods.Read(options, FloatVifDefinition.PrescaleMethod);
        Width = (int)((format.Width * options.Double(FloatVifDefinition.Prescale)) + 0.5);
        Height = (int)((format.Height * options.Double(FloatVifDefinition.Prescale)) + 0.5);
        IReadOnlyList<string> features = options.Extractor.ProvidedFeatures;
        FeatureNames = [.. features.Take(IsDebug ? features.Count : ScaleCount).Select(feature => FeatureNaming.LogName(feature, options))];
    }

    /// <summary>Largest gain that counts.</summary>
    public float GainLimit { get; }

    /// <summary>Variance of the visual system's noise.</summary>
    public double NoiseVariance { get; }

    /// <summary>Whether the finest scale is left out.</summary>
    public bool SkipsScale0 { get; }

    /// <summary>Whether the sums are features too.</summary>
    public bool IsDebug { get; }

    /// <summary>Least value of each scale.</summary>
    public double[] LeastValues { get; }

    /// <summary>How pictures are brought to <see cref="Width"/> × <see cref="Height"/>.</summary>
    public ResamplingMethod Method { get; }

    /// <summary>Width of the finest scale.</summary>
    public int Width { get; }

    /// <summary>Height of the finest scale.</summary>
    public int Height { get; }

    /// <summary>Names in logs.</summary>
    public IReadOnlyList<string> FeatureNames { get; }

    /// <summary>The Gaussian of a scale.</summary>
    /// <param name="scale">0, the finest, to 3.</param>
    public float[] FilterWeights(int scale) => GaussianKernel.At(scale, _kernelScale);

    /// <summary>Writes the features and returns the room after them.</summary>
    /// <param name="numerators">Sum of the information kept, at each scale.</param>
    /// <param name="denominators">Sum of the information there was.</param>
    /// <param name="features">Receives the features.</param>
    public Span<double> Write(scoped ReadOnlySpan<float> numerators, scoped ReadOnlySpan<float> denominators, Span<double> features)
    {
        double numerator = 0;
        double denominator = 0;
        for (int scale = 0; scale < ScaleCount; scale++)
        {
            bool isSkipped = scale == 0 && SkipsScale0;
            features[scale] = isSkipped ? 0 : Math.Max((double)numerators[scale] / denominators[scale], LeastValues[scale]);
            numerator += isSkipped ? 0 : numerators[scale];
            denominator += isSkipped ? 0 : denominators[scale];
        }

        features = features[ScaleCount..];
        if (!IsDebug)
        {
            return features;
        }

        features[0] = denominator == 0 ? 1 : numerator / denominator;
        features[1] = numerator;
        features[2] = denominator;
        for (int scale = 0; scale < ScaleCount; scale++)
        {
            // What libvmaf reports for a scale that is left out.
            bool isSkipped = scale == 0 && SkipsScale0;
            features[3 + (2 * scale)] = isSkipped ? 0 : numerators[scale];
            features[4 + (2 * scale)] = isSkipped ? -1 : denominators[scale];
        }

        return features[(3 + (2 * ScaleCount))..];
    }
}

using Vmaf.Engine.Video;

namespace Vmaf.Engine.Features.Adm;

/// <summary>
/// From sums to scores. Widths and order of the floating-point steps are libvmaf's: what becomes a float there becomes one here.
/// </summary>
internal sealed class AdmScore(VideoFormat format, ScaleGeometry[] scales)
{
    /// <summary>Numerators and denominators below this count as zero.</summary>
    private readonly double _least = 1e-10 * (format.Width * format.Height) / (1920.0 * 1080.0);

    /// <summary>Writes the features of a variant.</summary>
    /// <param name="variant">The variant.</param>
    /// <param name="pipeline">The pipeline that has worked through the frame.</param>
    /// <param name="features">Receives <see cref="AdmVariant.FeatureCount"/> values.</param>
    public void Write(AdmVariant variant, IAdmPipeline pipeline, Span<double> features)
    {
        Span<float> numerators = stackalloc float[AdmExtractor.ScaleCount];
        Span<float> denominators = stackalloc float[AdmExtractor.ScaleCount];
        double numerator = 0;
        double denominator = 0;
        double additive = 0;
        for (int scale = 0; scale < AdmExtractor.ScaleCount; scale++)
        {
            if (scale < variant.FirstScale)
            {
                // A scale that is left out counts as nothing over next to nothing.
                denominators[scale] = 1e-10f;
            }
            else
            {
                ScaleSums sums = pipeline.Sums(scale, variant);
                numerators[scale] = VisibleDetail(scales[scale], sums.Detail, variant.NoiseWeight);
                denominators[scale] = ReferenceDetail(scales[scale], sums.Reference, variant);
                additive += variant.MeasuresAdditive ? VisibleDetail(scales[scale], sums.Additive, 0) : 0;
            }

            numerator += numerators[scale];
            denominator += denominators[scale];
        }

        numerator = numerator < _least ? 0 : numerator;
        denominator = denominator < _least ? 0 : denominator;
        double score = denominator == 0 ? 1 : numerator / denominator;
        double additiveScore = denominator == 0 ? 0 : additive / denominator;
        double blend = (score * variant.DetailLossWeight) + ((1 - additiveScore) * (1 - variant.DetailLossWeight));

        features[0] = score;
        features[1] = additiveScore;
        features[2] = blend > variant.LeastValue ? blend : variant.LeastValue;
        for (int scale = 0; scale < AdmExtractor.ScaleCount; scale++)
        {
            features[3 + scale] = (double)numerators[scale] / denominators[scale];
        }

        if (!variant.IsDebug)
        {
            return;
        }

        features = features[AdmDefinition.PlainFeatureCount..];
        features[0] = score;
        features[1] = numerator;
        features[2] = denominator;
        for (int scale = 0; scale < AdmExtractor.ScaleCount; scale++)
        {
            features[3 + (2 * scale)] = numerators[scale];
            features[4 + (2 * scale)] = denominators[scale];
        }
    }

    private static float VisibleDetail(ScaleGeometry scale, BandSums sums, double noiseWeight)
    {
        float noise = CubeRoot.Of((float)(scale.CoreArea * noiseWeight));
        int rowShift = scale.RowShift;
        float horizontal;
        float vertical;
        float diagonal;
        if (scale.Scale == 0)
        {
            // Straight: 6 + 21 fraction bits, cubed, less the 29 that squaring drops; diagonal: 6 + 23, less 30.
            horizontal = (float)Math.ScaleB((double)sums.Horizontal, scale.StraightCubeShift + rowShift - 52);
            vertical = (float)Math.ScaleB((double)sums.Vertical, scale.StraightCubeShift + rowShift - 52);
            diagonal = (float)Math.ScaleB((double)sums.Diagonal, scale.DiagonalCubeShift + rowShift - 57);
        }
        else
        {
            int exponent = scale.StraightCubeShift + rowShift - (scale.Scale switch { 1 => 45, 2 => 39, _ => 36 });
            horizontal = MathF.ScaleB((float)sums.Horizontal, exponent);
            vertical = MathF.ScaleB((float)sums.Vertical, exponent);
            diagonal = MathF.ScaleB((float)sums.Diagonal, exponent);
        }

        float straight = (CubeRoot.Of(horizontal) + noise) + (CubeRoot.Of(vertical) + noise);
        return straight + (CubeRoot.Of(diagonal) + noise);
    }

    private static float ReferenceDetail(ScaleGeometry scale, BandSums sums, AdmVariant variant)
    {
        int fractionBits = scale.Scale switch { 0 => 18, 1 => 32, 2 => 27, _ => 23 };
        int exponent = scale.ReferenceCubeShift + scale.ReferenceRowShift - fractionBits;
        BandSensitivity sensitivity = variant.Sensitivity(scale.Scale);
        float noise = CubeRoot.Of((float)(scale.CoreArea * variant.NoiseWeight));
        float horizontal = Weighted(sums.Horizontal, exponent, sensitivity.Straight);
        float vertical = Weighted(sums.Vertical, exponent, sensitivity.Straight);
        float diagonal = Weighted(sums.Diagonal, exponent, sensitivity.Diagonal);
        float straight = (CubeRoot.Of(horizontal) + noise) + (CubeRoot.Of(vertical) + noise);
        return straight + (CubeRoot.Of(diagonal) + noise);
    }

    private static float Weighted(long sum, int exponent, double sensitivity) =>
        (float)(Math.ScaleB((double)sum, exponent) * (sensitivity * sensitivity * sensitivity));
}

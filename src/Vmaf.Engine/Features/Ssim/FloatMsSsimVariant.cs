namespace Vmaf.Engine.Features.Ssim;

/// <summary>One option set of MS-SSIM, worked out for a video format.</summary>
/// <param name="WritesTerms">Whether the terms of each scale are features too.</param>
/// <param name="Decibels">How the similarity is reported.</param>
internal sealed record FloatMsSsimVariant(bool WritesTerms, Decibels Decibels)
{
    // Exponents of contrast and structure; luminance counts at the last scale only.
    private static readonly float[] Exponents = [0.0448f, 0.2856f, 0.3001f, 0.2363f, 0.1333f];

    /// <summary>Names of the features.</summary>
    public IEnumerable<string> FeatureNames =>
        WritesTerms
            ? "lcs".SelectMany(term => Enumerable.Range(0, FloatMsSsimWorker.ScaleCount).Select(scale => $"float_ms_ssim_{term}_scale{scale}")).Prepend("float_ms_ssim")
            : ["float_ms_ssim"];

    /// <summary>Writes the features and returns the room after them.</summary>
    /// <param name="scores">What was measured at each scale.</param>
    /// <param name="features">Receives the features.</param>
    public Span<double> Write(ReadOnlySpan<SsimScores> scores, Span<double> features)
    {
        features[0] = Decibels.Apply(Combine(scores));
        if (!WritesTerms)
        {
            return features[1..];
        }

        for (int scale = 0; scale < scores.Length; scale++)
        {
            features[1 + scale] = scores[scale].Luminance;
            features[1 + scores.Length + scale] = scores[scale].Contrast;
            features[1 + (2 * scores.Length) + scale] = scores[scale].Structure;
        }

        return features[(1 + (3 * scores.Length))..];
    }

    private static double Combine(ReadOnlySpan<SsimScores> scores)
    {
        double product = 1;
        for (int scale = 0; scale < scores.Length; scale++)
        {
            double luminance = scale == scores.Length - 1 ? Math.Pow(scores[scale].Luminance, Exponents[scale]) : 1;
            product *= luminance * Math.Pow(scores[scale].Contrast, Exponents[scale]) * Math.Pow(scores[scale].Structure, Exponents[scale]);
        }

        return product;
    }
}

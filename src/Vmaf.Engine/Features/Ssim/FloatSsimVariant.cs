namespace Vmaf.Engine.Features.Ssim;

/// <summary>One option set of SSIM, worked out for a video format.</summary>
/// <param name="Factor">How many times smaller the pictures are made.</param>
/// <param name="WritesTerms">Whether the terms are features too.</param>
/// <param name="Decibels">How the similarity is reported.</param>
internal sealed record FloatSsimVariant(int Factor, bool WritesTerms, Decibels Decibels)
{
    private static readonly string[] Names = ["float_ssim", "float_ssim_l", "float_ssim_c", "float_ssim_s"];

    /// <summary>Names of the features.</summary>
    public IEnumerable<string> FeatureNames => WritesTerms ? Names : Names.Take(1);

    /// <summary>Writes the features and returns the room after them.</summary>
    /// <param name="scores">What was measured.</param>
    /// <param name="features">Receives the features.</param>
    public Span<double> Write(SsimScores scores, Span<double> features)
    {
        features[0] = Decibels.Apply(scores.Similarity);
        if (!WritesTerms)
        {
            return features[1..];
        }

        features[1] = scores.Luminance;
        features[2] = scores.Contrast;
        features[3] = scores.Structure;
        return features[4..];
    }
}

namespace Vmaf.Engine.Features.Speed;

/// <summary>Measures how much entropy two pictures differ by. Owns scratch memory; not thread-safe.</summary>
internal sealed class SpeedMeter
{
    private readonly SpeedVariant _variant;
    private readonly VarianceWeighting _weighting;
    private readonly DecimatedDetail _detail;
    private readonly BlockStatistics _reference;
    private readonly BlockStatistics _distorted;
    private readonly bool _hasBlocks;
    private readonly float _noiseEntropy;

    /// <summary>Allocates what a pair of pictures needs.</summary>
    /// <param name="kernels">The arithmetic.</param>
    /// <param name="variant">The options.</param>
    /// <param name="weighting">Which variances weight the entropies.</param>
    /// <param name="size">Size of the pictures.</param>
    public SpeedMeter(ISpeedKernels kernels, SpeedVariant variant, VarianceWeighting weighting, PlaneSize size)
    {
        _variant = variant;
        _weighting = weighting;
        _detail = new DecimatedDetail(kernels, variant, size);
        _hasBlocks = _detail.Width >= BlockStatistics.BlockSize && _detail.Height >= BlockStatistics.BlockSize;
        _reference = new BlockStatistics(kernels, _detail.Width, _detail.Height);
        _distorted = new BlockStatistics(kernels, _detail.Width, _detail.Height);
        _noiseEntropy = (float)(BlockStatistics.ElementCount
            * (Math.Log2((1 + variant.NoiseFloor) * variant.Noise) + Math.Log2(2 * Math.PI * Math.E)));
    }

    /// <summary>Measures a pair of pictures.</summary>
    /// <param name="reference">The reference.</param>
    /// <param name="distorted">The distorted picture.</param>
    /// <returns>The score, 0 for pictures without a whole block, and whether both have a covariance matrix that can be inverted.</returns>
    public (float Score, bool IsRegular) Measure(in SpeedPicture reference, in SpeedPicture distorted)
    {
        if (!_hasBlocks)
        {
            return (0, false);
        }

        _detail.Find(reference);
        bool isReferenceRegular = _reference.TryDescribe(_detail, _variant.Noise);
        _detail.Find(distorted);
        bool isDistortedRegular = _distorted.TryDescribe(_detail, _variant.Noise);

        // With only one of them the difference would say nothing.
        float score = isReferenceRegular == isDistortedRegular ? Compare() : 0;
        return (score, isReferenceRegular && isDistortedRegular);
    }

    private float Compare()
    {
        float sum = 0;
        for (int block = 0; block < _reference.BlockCount; block++)
        {
            float reference = _reference.Entropies[block];
            float distorted = _distorted.Entropies[block];
            if (reference < _noiseEntropy && distorted < _noiseEntropy)
            {
                continue;
            }

            (double referenceWeight, double distortedWeight) = Weights(_reference.Variances[block], _distorted.Variances[block]);
            sum += MathF.Abs((float)(reference * Math.Log2(referenceWeight)) - (float)(distorted * Math.Log2(distortedWeight)));
        }

        return sum / _reference.BlockCount;
    }

    /// <summary>One more than the variances that weight the entropies; rounded to single precision where libvmaf does.</summary>
    private (double Reference, double Distorted) Weights(float reference, float distorted)
    {
        double mean = 1 + ((reference + distorted) / 2.0);
        return _weighting switch
        {
            VarianceWeighting.Own => (1 + reference, 1 + distorted),
            VarianceWeighting.Reference => (1 + reference, 1 + reference),
            VarianceWeighting.Distorted => (1 + distorted, 1 + distorted),
            VarianceWeighting.Mean => (mean, mean),
            VarianceWeighting.MeanForDistorted => (1 + reference, mean),
            VarianceWeighting.MostlyReferenceForDistorted => (1 + reference, 1 + ((0.75 * reference) + (0.25 * distorted))),
            _ => (1 + reference, 1 + ((0.25 * reference) + (0.75 * distorted))),
        };
    }
}

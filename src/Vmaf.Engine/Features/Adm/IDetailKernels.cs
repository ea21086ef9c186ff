namespace Vmaf.Engine.Features.Adm;

/// <summary>
/// Row kernels of one sample type, from the bands of detail to sums. Rows start at the support's first column. A kernel may read
/// and write up to 256 bytes past the end of a row; every scratch row has that room. Vector kernels are compiled fully at once: that
/// was measured to be a tenth faster than tiered compilation.
/// </summary>
/// <typeparam name="TSample">16 bits at scale 0, 32 later.</typeparam>
internal unsafe interface IDetailKernels<TSample>
    where TSample : unmanaged
{
    /// <summary>Splits the distorted picture's detail into what is left of the reference's detail and what was added.</summary>
    /// <param name="reference">Bands of the reference.</param>
    /// <param name="distorted">Bands of the distorted picture.</param>
    /// <param name="count">Samples in a row.</param>
    /// <param name="gainLimit">How much stronger than the reference enhanced detail may count, 1 or more.</param>
    /// <param name="restored">Receives what is left of the reference's detail.</param>
    /// <param name="additive">Receives the rest of the distorted picture's detail.</param>
    void Decouple(
        BandRows<TSample> reference,
        BandRows<TSample> distorted,
        int count,
        double gainLimit,
        BandRows<TSample> restored,
        BandRows<TSample> additive);

    /// <summary>Masking strength of a row: how strongly each sample of all bands hides detail beside it, and at its own place.</summary>
    /// <param name="masker">The bands that mask.</param>
    /// <param name="count">Samples in a row.</param>
    /// <param name="sensitivity">Contrast sensitivity of the scale.</param>
    /// <param name="strength">Receives the strength beside, 1/30 of the visible contrast, all bands.</param>
    /// <param name="centre">Receives the difference between the strength at its own place, 1/15, and that beside.</param>
    void Mask(BandRows<TSample> masker, int count, in BandSensitivity sensitivity, int* strength, int* centre);

    /// <summary>Sums over each sample and its two neighbours; reads a sample before and one after the row.</summary>
    /// <param name="strength">The row.</param>
    /// <param name="count">Samples in the row.</param>
    /// <param name="sums">Receives the sums.</param>
    void SumNeighbours(int* strength, int count, int* sums);

    /// <summary>Sums the cubes of visible contrast above the masking threshold.</summary>
    /// <param name="detail">The bands.</param>
    /// <param name="threshold">Where the threshold comes from.</param>
    /// <param name="count">Samples in a row, the core's.</param>
    /// <param name="sensitivity">Contrast sensitivity of the scale.</param>
    /// <param name="geometry">The scale.</param>
    BandSums SumVisibleCubes(
        BandRows<TSample> detail, ThresholdRows threshold, int count, in BandSensitivity sensitivity, ScaleGeometry geometry);

    /// <summary>Sums the cubes of the reference's detail.</summary>
    /// <param name="reference">Bands of the reference.</param>
    /// <param name="count">Samples in a row, the core's.</param>
    /// <param name="geometry">The scale.</param>
    BandSums SumReferenceCubes(BandRows<TSample> reference, int count, ScaleGeometry geometry);
}

using Vmaf.Engine.Simd;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Features.Vif;

/// <summary>Measures VIF of single frames, or helps another worker with bands of its frame.</summary>
internal sealed class VifWorker : IBandedWorker
{
    private readonly VifVariant[] _variants;
    private readonly int[] _limitOfVariant;
    private readonly VifSums[] _sums;
    private readonly VifPlanes[] _smallerScales;
    private readonly IVifKernel _kernel;
    private readonly VifSums _bandSums;
    private readonly bool _needsScale0;
    private VifScalePass? _passBefore;
    private int _endRowBefore;

    /// <summary>Allocates what a frame needs.</summary>
    /// <param name="format">Format of both videos.</param>
    /// <param name="variants">The variants to measure.</param>
    /// <param name="tier">The instruction set.</param>
    public VifWorker(VideoFormat format, VifVariant[] variants, SimdTier tier)
    {
        double[] gainLimits = [.. variants.Select(variant => variant.GainLimit).Distinct()];
        _variants = variants;
        _limitOfVariant = [.. variants.Select(variant => Array.IndexOf(gainLimits, variant.GainLimit))];
        _needsScale0 = variants.Any(variant => !variant.SkipsScale0);
        _sums = [.. Enumerable.Range(0, VifArithmetic.ScaleCount).Select(_ => new VifSums(gainLimits.Length))];
        _bandSums = new VifSums(gainLimits.Length);
        _smallerScales =
        [
            .. Enumerable.Range(1, VifArithmetic.ScaleCount - 1)
                .Select(scale => new VifPlanes(format.Width >> scale, format.Height >> scale)),
        ];
        _kernel = VifKernels.Create(tier, format.Width, gainLimits);
    }

    /// <inheritdoc/>
    public void Measure(FrameWindow window, Span<double> measurements) => Measure(window, measurements, new SingleThreadBands(this));

    /// <inheritdoc/>
    public void Measure(FrameWindow window, Span<double> measurements, IBandRunner bands)
    {
        SumScales(window.Reference.Luma, window.Distorted.Luma, bands);
        for (int variant = 0; variant < _variants.Length; variant++)
        {
            int count = _variants[variant].FeatureCount;
            WriteScores(_variants[variant], _limitOfVariant[variant], measurements[..count]);
            measurements = measurements[count..];
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _kernel.Dispose();
        foreach (VifPlanes planes in _smallerScales)
        {
            planes.Dispose();
        }
    }

    /// <summary>Works on a band of a frame, this worker's or another's.</summary>
    /// <param name="pass">Receives the sums.</param>
    /// <param name="input">The scale.</param>
    /// <param name="firstRow">First row of the band.</param>
    /// <param name="endRow">The row after the last.</param>
    public void AddBand(VifScalePass pass, VifScaleInput input, int firstRow, int endRow)
    {
        bool continues = ReferenceEquals(pass, _passBefore) && firstRow == _endRowBefore;
        _bandSums.Clear();
        _kernel.ProcessBand(input.Sums is null ? input : input with { Sums = _bandSums }, firstRow, endRow, continues);
        pass.Add(_bandSums);
        _passBefore = pass;
        _endRowBefore = endRow;
    }

    private void SumScales(PlaneView reference, PlaneView distorted, IBandRunner bands)
    {
        for (int scale = 0; scale < VifArithmetic.ScaleCount; scale++)
        {
            _sums[scale].Clear();
            VifSums? sums = scale > 0 || _needsScale0 ? _sums[scale] : null;
            VifPlanes? next = scale < _smallerScales.Length ? _smallerScales[scale] : null;
            bands.Run(new VifScalePass(new VifScaleInput(scale, reference, distorted, sums, next)));
            if (next is not null)
            {
                reference = next.Reference;
                distorted = next.Distorted;
            }
        }
    }

    private void WriteScores(VifVariant variant, int gainLimit, Span<double> scores)
    {
        Span<float> numerators = stackalloc float[VifArithmetic.ScaleCount];
        Span<float> denominators = stackalloc float[VifArithmetic.ScaleCount];
        double numerator = 0;
        double denominator = 0;
        for (int scale = 0; scale < VifArithmetic.ScaleCount; scale++)
        {
            if (scale == 0 && variant.SkipsScale0)
            {
                // What libvmaf reports for a scale that is left out.
                numerators[scale] = 0;
                denominators[scale] = -1;
                scores[scale] = 0;
                continue;
            }

            numerators[scale] = _sums[scale].Numerator(gainLimit);
            denominators[scale] = _sums[scale].Denominator;
            numerator += numerators[scale];
            denominator += denominators[scale];

            // A single-precision quotient, as in libvmaf.
            scores[scale] = numerators[scale] / denominators[scale];
        }

        if (!variant.IsDebug)
        {
            return;
        }

        Span<double> sums = scores[VifArithmetic.ScaleCount..];
        sums[0] = denominator == 0 ? 1 : numerator / denominator;
        sums[1] = numerator;
        sums[2] = denominator;
        for (int scale = 0; scale < VifArithmetic.ScaleCount; scale++)
        {
            sums[3 + (2 * scale)] = numerators[scale];
            sums[4 + (2 * scale)] = denominators[scale];
        }
    }
}

using Vmaf.Engine.Simd;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Features.Adm;

/// <summary>
/// All scales fused: a row of a scale's low band goes to the next scale as soon as it is made, so that everything between the
/// picture and the sums lives in a few rows. Sums of rows are added as integers, so rows could be shared out among threads.
/// </summary>
/// <typeparam name="TWavelet">Row kernels of the wavelet transform.</typeparam>
/// <typeparam name="TFirst">Row kernels of the first scale.</typeparam>
/// <typeparam name="TLater">Row kernels of the later scales.</typeparam>
internal sealed class AdmPipeline<TWavelet, TFirst, TLater> : IAdmPipeline
    where TWavelet : struct, IWaveletKernels
    where TFirst : struct, IDetailKernels<short>
    where TLater : struct, IDetailKernels<int>
{
    private readonly ScratchRows _scratch = new();
    private readonly ScaleGeometry[] _scales;
    private readonly PictureTransform<TWavelet> _reference;
    private readonly PictureTransform<TWavelet> _distorted;
    private readonly DetailAnalysis<short, TFirst> _first;
    private readonly DetailAnalysis<int, TLater>[] _later;

    /// <summary>Makes the pipeline.</summary>
    public AdmPipeline(ScaleGeometry[] scales, IReadOnlyList<AdmVariant> variants)
    {
        _scales = scales;
        _reference = new(scales, _scratch);
        _distorted = new(scales, _scratch);
        _first = new(scales[0], variants.Where(variant => variant.FirstScale == 0), _scratch);
        _later = [.. scales.Skip(1).Select(scale => new DetailAnalysis<int, TLater>(scale, variants, _scratch))];
        AheadOfTime.Include(Run, Sums, Dispose);
    }

    /// <inheritdoc/>
    public void Run(PlaneView reference, PlaneView distorted)
    {
        _first.Reset();
        foreach (DetailAnalysis<int, TLater> later in _later)
        {
            later.Reset();
        }

        for (int row = 0; row < _scales[0].Height; row++)
        {
            bool wantsDetail = _first.Needs(row);
            _reference.MakeFirstScaleRow(reference, row, _first.Reference, wantsDetail);
            _distorted.MakeFirstScaleRow(distorted, row, _first.Distorted, wantsDetail);
            if (wantsDetail)
            {
                _first.AddRow(row);
            }

            TakeInputRow(1, row);
        }
    }

    /// <inheritdoc/>
    public ScaleSums Sums(int scale, AdmVariant variant) => scale == 0 ? _first.Sums(variant) : _later[scale - 1].Sums(variant);

    /// <inheritdoc/>
    public void Dispose() => _scratch.Dispose();

    /// <summary>Makes the rows of a later scale for which this was the last input row missing.</summary>
    private void TakeInputRow(int scale, int row)
    {
        if (row >= 2 && row % 2 == 0)
        {
            MakeLaterScaleRow(scale, (row / 2) - 1);
        }

        if (row == _scales[scale].InputHeight - 1)
        {
            MakeLaterScaleRow(scale, _scales[scale].Height - 1);
        }
    }

    private void MakeLaterScaleRow(int scale, int row)
    {
        DetailAnalysis<int, TLater> detail = _later[scale - 1];
        bool wantsDetail = detail.Needs(row);
        _reference.MakeLaterScaleRow(scale, row, detail.Reference, wantsDetail);
        _distorted.MakeLaterScaleRow(scale, row, detail.Distorted, wantsDetail);
        if (wantsDetail)
        {
            detail.AddRow(row);
        }

        if (scale < AdmExtractor.ScaleCount - 1)
        {
            TakeInputRow(scale + 1, row);
        }
    }
}

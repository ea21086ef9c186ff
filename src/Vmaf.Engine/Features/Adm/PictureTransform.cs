using Vmaf.Engine.Video;

namespace Vmaf.Engine.Features.Adm;

/// <summary>The wavelet transform of one picture, row by row: the last rows of each scale's input, and the row between the filters.</summary>
/// <typeparam name="TWavelet">The row kernels.</typeparam>
internal sealed unsafe class PictureTransform<TWavelet>
    where TWavelet : struct, IWaveletKernels
{
    private const int RingRows = 4;

    /// <summary>The kernels' own layout of 32-bit rows may take this many samples more than the row has.</summary>
    private const int WideRowRoom = 64;

    private readonly ScaleGeometry[] _scales;
    private readonly short* _pictureLow;
    private readonly short* _pictureHigh;
    private readonly int* _low;
    private readonly int* _high;
    private readonly short*[] _firstLowBand = new short*[RingRows];
    private readonly int*[][] _laterLowBands = [new int*[RingRows], new int*[RingRows]];

    /// <summary>Makes the transform.</summary>
    public PictureTransform(ScaleGeometry[] scales, ScratchRows scratch)
    {
        _scales = scales;
        _pictureLow = scratch.Allocate<short>(scales[0].InputWidth);
        _pictureHigh = scratch.Allocate<short>(scales[0].InputWidth);
        _low = scratch.Allocate<int>(scales[1].InputWidth + WideRowRoom);
        _high = scratch.Allocate<int>(scales[1].InputWidth + WideRowRoom);
        for (int row = 0; row < RingRows; row++)
        {
            _firstLowBand[row] = scratch.Allocate<short>(scales[0].Width);
            _laterLowBands[0][row] = scratch.Allocate<int>(scales[1].Width);
            _laterLowBands[1][row] = scratch.Allocate<int>(scales[2].Width);
        }
    }

    private static TWavelet Kernels => default;

    /// <summary>Makes a row of the first scale.</summary>
    /// <param name="plane">The picture.</param>
    /// <param name="row">Row of the bands.</param>
    /// <param name="detail">Receives the bands of detail.</param>
    /// <param name="wantsDetail">Whether the bands of detail are needed.</param>
    public void MakeFirstScaleRow(PlaneView plane, int row, BandRows<short> detail, bool wantsDetail)
    {
        ScaleGeometry scale = _scales[0];
        var rows = FilterRows.ForOutput(row, scale.InputHeight);
        Kernels.FilterPictureColumns(plane, rows, _pictureLow, wantsDetail ? _pictureHigh : null);
        Kernels.FilterRow(_pictureLow, WaveletTaps.Low, 0, scale.Width, _firstLowBand[row % RingRows]);
        if (wantsDetail)
        {
            Kernels.FilterRow(_pictureLow, WaveletTaps.High, scale.SupportLeft, scale.SupportWidth, detail.Vertical);
            Kernels.FilterRow(_pictureHigh, WaveletTaps.Low, scale.SupportLeft, scale.SupportWidth, detail.Horizontal);
            Kernels.FilterRow(_pictureHigh, WaveletTaps.High, scale.SupportLeft, scale.SupportWidth, detail.Diagonal);
        }
    }

    /// <summary>Makes a row of a later scale out of the rows of the scale before.</summary>
    /// <param name="scale">1 to 3.</param>
    /// <param name="row">Row of the bands.</param>
    /// <param name="detail">Receives the bands of detail.</param>
    /// <param name="wantsDetail">Whether the bands of detail are needed.</param>
    public void MakeLaterScaleRow(int scale, int row, BandRows<int> detail, bool wantsDetail)
    {
        ScaleGeometry geometry = _scales[scale];
        var rows = FilterRows.ForOutput(row, geometry.InputHeight);
        int* high = wantsDetail ? _high : null;
        if (scale == 1)
        {
            Kernels.FilterColumns(FromRing(_firstLowBand, rows), geometry.InputWidth, _low, high);
        }
        else
        {
            Kernels.FilterColumns(FromRing(_laterLowBands[scale - 2], rows), geometry.InputWidth, _low, high);
        }

        int width = geometry.InputWidth;
        int shift = scale == 2 ? 16 : 15;
        if (scale < AdmExtractor.ScaleCount - 1)
        {
            Kernels.FilterRow(_low, width, WaveletTaps.Low, shift, 0, geometry.Width, _laterLowBands[scale - 1][row % RingRows]);
        }

        if (wantsDetail)
        {
            Kernels.FilterRow(_low, width, WaveletTaps.High, shift, geometry.SupportLeft, geometry.SupportWidth, detail.Vertical);
            Kernels.FilterRow(high, width, WaveletTaps.Low, shift, geometry.SupportLeft, geometry.SupportWidth, detail.Horizontal);
            Kernels.FilterRow(high, width, WaveletTaps.High, shift, geometry.SupportLeft, geometry.SupportWidth, detail.Diagonal);
        }
    }

    private static SourceRows<TSample> FromRing<TSample>(TSample*[] ring, FilterRows rows)
        where TSample : unmanaged =>
        new(ring[rows.Before % RingRows], ring[rows.At % RingRows], ring[rows.After % RingRows], ring[rows.Second % RingRows]);
}

namespace Vmaf.Engine.Features.Adm;

/// <summary>One set of bands masks another: sums the cubes of what stays visible of the other, row by row.</summary>
/// <typeparam name="TSample">16 bits at scale 0, 32 later.</typeparam>
/// <typeparam name="TKernels">The row kernels.</typeparam>
internal sealed unsafe class MaskingPass<TSample, TKernels>
    where TSample : unmanaged
    where TKernels : struct, IDetailKernels<TSample>
{
    private const int RingRows = 3;

    private readonly ScaleGeometry _geometry;
    private readonly BandSensitivity _sensitivity;
    private readonly int* _strength;
    private readonly int*[] _sums = new int*[RingRows];
    private readonly int*[] _centres = new int*[RingRows];

    /// <summary>Makes a pass.</summary>
    public MaskingPass(ScaleGeometry geometry, BandSensitivity sensitivity, ScratchRows scratch)
    {
        _geometry = geometry;
        _sensitivity = sensitivity;
        _strength = scratch.Allocate<int>(geometry.SupportWidth);
        for (int row = 0; row < RingRows; row++)
        {
            _sums[row] = scratch.Allocate<int>(geometry.SupportWidth);
            _centres[row] = scratch.Allocate<int>(geometry.SupportWidth);
        }
    }

    /// <summary>What was summed so far.</summary>
    public BandSums Total { get; private set; }

    private static TKernels Kernels => default;

    /// <summary>Begins a frame.</summary>
    public void Reset() => Total = default;

    /// <summary>Takes a row of the bands that mask; rows come in order.</summary>
    /// <param name="row">Row number.</param>
    /// <param name="masker">The bands, from the support's first column.</param>
    public void AddMasker(int row, BandRows<TSample> masker)
    {
        int slot = row % RingRows;
        int count = _geometry.SupportWidth;
        Kernels.Mask(masker, count, _sensitivity, _strength, _centres[slot]);
        _strength[-1] = _strength[FilterRows.Mirror(-1, count)];
        _strength[count] = _strength[count - 1];
        Kernels.SumNeighbours(_strength, count, _sums[slot]);
    }

    /// <summary>Sums a row of the bands that are masked, once the maskers up to the row after it are there.</summary>
    /// <param name="row">Row number, inside the core.</param>
    /// <param name="detail">The bands, from the support's first column.</param>
    public void AddDetail(int row, BandRows<TSample> detail)
    {
        int offset = _geometry.CoreOffset;
        var threshold = new ThresholdRows(
            _sums[FilterRows.Mirror(row - 1, _geometry.Height) % RingRows] + offset,
            _sums[row % RingRows] + offset,
            _sums[FilterRows.Mirror(row + 1, _geometry.Height) % RingRows] + offset,
            _centres[row % RingRows] + offset);
        BandSums sums = Kernels.SumVisibleCubes(detail.From(offset), threshold, _geometry.CoreWidth, _sensitivity, _geometry);
        Total = Total.AddRow(sums, _geometry.RowShift);
    }
}

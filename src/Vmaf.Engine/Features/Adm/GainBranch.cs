namespace Vmaf.Engine.Features.Adm;

/// <summary>What depends on the gain limit: the decoupled bands, and the sensitivities that look at them.</summary>
/// <typeparam name="TSample">16 bits at scale 0, 32 later.</typeparam>
/// <typeparam name="TKernels">The row kernels.</typeparam>
internal sealed class GainBranch<TSample, TKernels>
    where TSample : unmanaged
    where TKernels : struct, IDetailKernels<TSample>
{
    private const int RingRows = 2;

    private readonly ScaleGeometry _geometry;
    private readonly BandRows<TSample>[] _restored = new BandRows<TSample>[RingRows];
    private readonly BandRows<TSample>[] _additive = new BandRows<TSample>[RingRows];
    private readonly SensitivityBranch<TSample, TKernels>[] _sensitivities;

    /// <summary>Makes the branch of the variants with one gain limit.</summary>
    public GainBranch(ScaleGeometry geometry, double gainLimit, IEnumerable<AdmVariant> variants, ScratchRows scratch)
    {
        _geometry = geometry;
        GainLimit = gainLimit;
        for (int row = 0; row < RingRows; row++)
        {
            _restored[row] = scratch.AllocateBands<TSample>(geometry.SupportWidth);
            _additive[row] = scratch.AllocateBands<TSample>(geometry.SupportWidth);
        }

        _sensitivities =
        [
            .. variants.GroupBy(variant => variant.Sensitivity(geometry.Scale)).Select(group =>
                new SensitivityBranch<TSample, TKernels>(geometry, group.Key, group.Any(variant => variant.MeasuresAdditive), scratch)),
        ];
    }

    /// <summary>The gain limit.</summary>
    public double GainLimit { get; }

    private static TKernels Kernels => default;

    /// <summary>Begins a frame.</summary>
    public void Reset()
    {
        foreach (SensitivityBranch<TSample, TKernels> branch in _sensitivities)
        {
            branch.Reset();
        }
    }

    /// <summary>The branch of a variant.</summary>
    public SensitivityBranch<TSample, TKernels> Branch(AdmVariant variant) =>
        Array.Find(_sensitivities, branch => branch.Sensitivity == variant.Sensitivity(_geometry.Scale))!;

    /// <summary>Takes a support row of both pictures; rows come in order.</summary>
    public void AddRow(int row, BandRows<TSample> reference, BandRows<TSample> distorted)
    {
        Kernels.Decouple(reference, distorted, _geometry.SupportWidth, GainLimit, _restored[row % RingRows], _additive[row % RingRows]);
        foreach (SensitivityBranch<TSample, TKernels> branch in _sensitivities)
        {
            branch.AddMaskers(row, _restored[row % RingRows], _additive[row % RingRows]);
            AddMasked(branch, row - 1);
            if (row == _geometry.Height - 1)
            {
                AddMasked(branch, row);
            }
        }
    }

    private void AddMasked(SensitivityBranch<TSample, TKernels> branch, int row)
    {
        if (row >= _geometry.Top && row < _geometry.Bottom)
        {
            branch.AddMasked(row, _restored[row % RingRows], _additive[row % RingRows]);
        }
    }
}

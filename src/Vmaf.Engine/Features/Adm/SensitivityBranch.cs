namespace Vmaf.Engine.Features.Adm;

/// <summary>What depends on contrast sensitivity: detail masked by impairment, and impairment masked by detail.</summary>
/// <typeparam name="TSample">16 bits at scale 0, 32 later.</typeparam>
/// <typeparam name="TKernels">The row kernels.</typeparam>
internal sealed class SensitivityBranch<TSample, TKernels>
    where TSample : unmanaged
    where TKernels : struct, IDetailKernels<TSample>
{
    private readonly MaskingPass<TSample, TKernels> _detail;
    private readonly MaskingPass<TSample, TKernels>? _additive;

    /// <summary>Makes a branch.</summary>
    public SensitivityBranch(ScaleGeometry geometry, BandSensitivity sensitivity, bool measuresAdditive, ScratchRows scratch)
    {
        Sensitivity = sensitivity;
        _detail = new(geometry, sensitivity, scratch);
        _additive = measuresAdditive ? new(geometry, sensitivity, scratch) : null;
    }

    /// <summary>The sensitivity.</summary>
    public BandSensitivity Sensitivity { get; }

    /// <summary>Sums of the visible detail.</summary>
    public BandSums DetailSums => _detail.Total;

    /// <summary>Sums of the visible additive impairment; zero where it is not measured.</summary>
    public BandSums AdditiveSums => _additive?.Total ?? default;

    /// <summary>Begins a frame.</summary>
    public void Reset()
    {
        _detail.Reset();
        _additive?.Reset();
    }

    /// <summary>Takes a row as maskers.</summary>
    public void AddMaskers(int row, BandRows<TSample> restored, BandRows<TSample> additive)
    {
        _detail.AddMasker(row, additive);
        _additive?.AddMasker(row, restored);
    }

    /// <summary>Takes a row as what is masked.</summary>
    public void AddMasked(int row, BandRows<TSample> restored, BandRows<TSample> additive)
    {
        _detail.AddDetail(row, restored);
        _additive?.AddDetail(row, additive);
    }
}

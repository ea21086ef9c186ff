namespace Vmaf.Engine.Features.Adm;

/// <summary>Everything after the wavelet transform at one scale, row by row, for all variants.</summary>
/// <typeparam name="TSample">16 bits at scale 0, 32 later.</typeparam>
/// <typeparam name="TKernels">The row kernels.</typeparam>
internal sealed class DetailAnalysis<TSample, TKernels>
    where TSample : unmanaged
    where TKernels : struct, IDetailKernels<TSample>
{
    private readonly ScaleGeometry _geometry;
    private readonly GainBranch<TSample, TKernels>[] _gains;
    private BandSums _referenceSums;

    /// <summary>Makes the analysis of a scale.</summary>
    /// <param name="geometry">The scale.</param>
    /// <param name="variants">The variants that count this scale.</param>
    /// <param name="scratch">Where rows come from.</param>
    public DetailAnalysis(ScaleGeometry geometry, IEnumerable<AdmVariant> variants, ScratchRows scratch)
    {
        _geometry = geometry;
        Reference = scratch.AllocateBands<TSample>(geometry.SupportWidth);
        Distorted = scratch.AllocateBands<TSample>(geometry.SupportWidth);
        _gains =
        [
            .. variants.GroupBy(variant => variant.GainLimit).Select(group =>
                new GainBranch<TSample, TKernels>(geometry, group.Key, group, scratch)),
        ];
    }

    /// <summary>Where the next row of the reference's bands goes, from the support's first column.</summary>
    public BandRows<TSample> Reference { get; }

    /// <summary>Where the next row of the distorted picture's bands goes, from the support's first column.</summary>
    public BandRows<TSample> Distorted { get; }

    private static TKernels Kernels => default;

    /// <summary>Whether a row is needed.</summary>
    public bool Needs(int row) => _gains.Length > 0 && row >= _geometry.SupportTop && row < _geometry.SupportBottom;

    /// <summary>Begins a frame.</summary>
    public void Reset()
    {
        _referenceSums = default;
        foreach (GainBranch<TSample, TKernels> gain in _gains)
        {
            gain.Reset();
        }
    }

    /// <summary>Takes the row that was written to <see cref="Reference"/> and <see cref="Distorted"/>; rows come in order.</summary>
    public void AddRow(int row)
    {
        if (row >= _geometry.Top && row < _geometry.Bottom)
        {
            BandSums sums = Kernels.SumReferenceCubes(Reference.From(_geometry.CoreOffset), _geometry.CoreWidth, _geometry);
            _referenceSums = _referenceSums.AddRow(sums, _geometry.ReferenceRowShift);
        }

        foreach (GainBranch<TSample, TKernels> gain in _gains)
        {
            gain.AddRow(row, Reference, Distorted);
        }
    }

    /// <summary>The sums of a variant.</summary>
    public ScaleSums Sums(AdmVariant variant)
    {
        SensitivityBranch<TSample, TKernels> branch = Array.Find(_gains, gain => gain.GainLimit == variant.GainLimit)!.Branch(variant);
        return new ScaleSums(_referenceSums, branch.DetailSums, variant.MeasuresAdditive ? branch.AdditiveSums : default);
    }
}

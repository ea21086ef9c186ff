using Vmaf.Engine.Video;

namespace Vmaf.Engine.Features.Vif;

/// <summary>The kernel without vector instructions: VIF as it is defined, one output row after the other.</summary>
internal sealed unsafe class VifScalarKernel : IVifKernel
{
    private const int MaximumReach = 8;

    private readonly double[] _gainLimits;
    private readonly ushort[] _referenceRow;
    private readonly ushort[] _distortedRow;
    private readonly VifScalarRow _referenceMean;
    private readonly VifScalarRow _distortedMean;
    private readonly VifScalarRow _referenceSquare;
    private readonly VifScalarRow _distortedSquare;
    private readonly VifScalarRow _product;

    /// <summary>Creates a kernel.</summary>
    /// <param name="width">Width of the first scale.</param>
    /// <param name="gainLimits">The gain limits for which numerators are summed.</param>
    public VifScalarKernel(int width, IReadOnlyList<double> gainLimits)
    {
        _gainLimits = [.. gainLimits];
        _referenceRow = new ushort[width];
        _distortedRow = new ushort[width];
        _referenceMean = new VifScalarRow(width, MaximumReach);
        _distortedMean = new VifScalarRow(width, MaximumReach);
        _referenceSquare = new VifScalarRow(width, MaximumReach);
        _distortedSquare = new VifScalarRow(width, MaximumReach);
        _product = new VifScalarRow(width, MaximumReach);
    }

    /// <inheritdoc/>
    public void ProcessBand(in VifScaleInput input, int firstRow, int endRow, bool continues)
    {
        for (int y = firstRow; y < endRow; y++)
        {
            if (input.Sums is not null)
            {
                AddRow(input, y, input.Sums);
            }

            if (input.Next is not null && y % 2 == 0 && y / 2 < input.Next.Height)
            {
                MakeNextRow(input, y, input.Next);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // Managed memory only.
    }

    private static ReadOnlySpan<ushort> TapsOfScale(int scale) => scale switch
    {
        0 => VifFilter17.Taps,
        1 => VifFilter9.Taps,
        2 => VifFilter5.Taps,
        _ => VifFilter3.Taps,
    };

    private static void ReadRow(PlaneView plane, int y, Span<ushort> row)
    {
        if (plane.BytesPerSample == 2)
        {
            new ReadOnlySpan<ushort>(plane.RowPointer(y), plane.Width).CopyTo(row);
            return;
        }

        byte* source = plane.RowPointer(y);
        for (int x = 0; x < plane.Width; x++)
        {
            row[x] = source[x];
        }
    }

    private static long HighHalf(ulong product) => (long)((product + (1UL << 31)) >> 32);

    private void AddRow(in VifScaleInput input, int y, VifSums sums)
    {
        int width = input.Reference.Width;
        ReadOnlySpan<ushort> taps = TapsOfScale(input.Scale);
        FilterColumns(input, y, taps, withSquares: true);
        for (int x = 0; x < width; x++)
        {
            ulong referenceMean = _referenceMean.Filter(x, taps);
            ulong distortedMean = _distortedMean.Filter(x, taps);
            ulong referenceSquare = (_referenceSquare.Filter(x, taps) + 32768) >> 16;
            ulong distortedSquare = (_distortedSquare.Filter(x, taps) + 32768) >> 16;
            ulong product = (_product.Filter(x, taps) + 32768) >> 16;
            AddSample(
                sums,
                (int)((long)referenceSquare - HighHalf(referenceMean * referenceMean)),
                Math.Max(0, (int)((long)distortedSquare - HighHalf(distortedMean * distortedMean))),
                (int)((long)product - HighHalf(referenceMean * distortedMean)));
        }
    }

    private void AddSample(VifSums sums, int referenceVariance, int distortedVariance, int covariance)
    {
        if (referenceVariance < VifArithmetic.NoiseVariance)
        {
            sums.FlatCount++;
            sums.FlatVariance += distortedVariance;
            return;
        }

        sums.DenominatorLog += VifLog.Log2((ulong)(VifArithmetic.NoiseVariance + referenceVariance)) - VifArithmetic.NoiseVarianceLog;
        if (covariance <= 0 || distortedVariance == 0)
        {
            return;
        }

        double gain = covariance / (referenceVariance + VifArithmetic.VarianceEpsilon);
        int residual = Math.Max(0, (int)(distortedVariance - (gain * covariance)));
        int noise = residual + VifArithmetic.NoiseVariance;
        int noiseLog = VifLog.Log2((ulong)noise);
        for (int limit = 0; limit < _gainLimits.Length; limit++)
        {
            double limited = Math.Min(gain, _gainLimits[limit]);
            long signal = (long)(limited * limited * referenceVariance);
            sums.NumeratorLogs[limit] += VifLog.Log2((ulong)(signal + noise)) - noiseLog;
        }
    }

    private void MakeNextRow(in VifScaleInput input, int y, VifPlanes next)
    {
        ReadOnlySpan<ushort> taps = TapsOfScale(input.Scale + 1);
        FilterColumns(input, y, taps, withSquares: false);
        var reference = (ushort*)next.Reference.RowPointer(y / 2);
        var distorted = (ushort*)next.Distorted.RowPointer(y / 2);
        for (int x = 0; x < next.Width; x++)
        {
            reference[x] = (ushort)((_referenceMean.Filter(2 * x, taps) + 32768) >> 16);
            distorted[x] = (ushort)((_distortedMean.Filter(2 * x, taps) + 32768) >> 16);
        }
    }

    /// <summary>The vertical filter: fills the five rows (only the two means without squares), rounded, with their edges mirrored.</summary>
    private void FilterColumns(in VifScaleInput input, int y, ReadOnlySpan<ushort> taps, bool withSquares)
    {
        int width = input.Reference.Width;
        int bitDepth = input.Reference.BitDepth;
        Span<VifScalarRow> rows = withSquares
            ? [_referenceMean, _distortedMean, _referenceSquare, _distortedSquare, _product]
            : [_referenceMean, _distortedMean];
        foreach (VifScalarRow row in rows)
        {
            row.Clear();
        }

        Span<ulong> referenceMean = _referenceMean.Samples(width);
        Span<ulong> distortedMean = _distortedMean.Samples(width);
        Span<ulong> referenceSquare = _referenceSquare.Samples(width);
        Span<ulong> distortedSquare = _distortedSquare.Samples(width);
        Span<ulong> product = _product.Samples(width);
        for (int tap = 0; tap < taps.Length; tap++)
        {
            int source = VifArithmetic.Mirror(y + tap - (taps.Length / 2), input.Reference.Height);
            ReadRow(input.Reference, source, _referenceRow);
            ReadRow(input.Distorted, source, _distortedRow);
            ulong weight = taps[tap];
            for (int x = 0; x < width; x++)
            {
                ulong reference = _referenceRow[x];
                ulong distorted = _distortedRow[x];
                referenceMean[x] += weight * reference;
                distortedMean[x] += weight * distorted;
                if (withSquares)
                {
                    referenceSquare[x] += weight * reference * reference;
                    distortedSquare[x] += weight * distorted * distorted;
                    product[x] += weight * reference * distorted;
                }
            }
        }

        for (int row = 0; row < rows.Length; row++)
        {
            rows[row].Round(width, row < 2 ? bitDepth : VifArithmetic.SquareShift(bitDepth));
            rows[row].MirrorEdges(width, taps.Length / 2);
        }
    }
}

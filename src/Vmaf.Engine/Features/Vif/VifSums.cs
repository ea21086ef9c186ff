namespace Vmaf.Engine.Features.Vif;

/// <summary>
/// What one scale of a frame comes to. All sums are whole numbers, so parts of a picture can be summed in any order and added.
/// </summary>
internal sealed class VifSums
{
    /// <summary>Creates sums of nothing.</summary>
    /// <param name="gainLimitCount">Number of gain limits.</param>
    public VifSums(int gainLimitCount) => NumeratorLogs = new long[gainLimitCount];

    /// <summary>Information that the distorted picture keeps, in 1/2048 bit; one sum for each gain limit.</summary>
    public long[] NumeratorLogs { get; }

    /// <summary>Information in the reference picture, in 1/2048 bit.</summary>
    public long DenominatorLog { get; set; }

    /// <summary>Number of samples around which the reference is flat (variance below the noise of the visual system).</summary>
    public long FlatCount { get; set; }

    /// <summary>Sum of the distorted picture's variances around these samples.</summary>
    public long FlatVariance { get; set; }

    /// <summary>Information in the reference picture, in bits, as single precision.</summary>
    public float Denominator => (float)((DenominatorLog / 2048.0) + FlatCount);

    /// <summary>Information that the distorted picture keeps, in bits, as single precision.</summary>
    /// <param name="gainLimit">Index of the gain limit.</param>
    public float Numerator(int gainLimit) =>
        (float)((NumeratorLogs[gainLimit] / 2048.0) + (FlatCount - (FlatVariance / 16384.0 / 65025.0)));

    /// <summary>Adds the sums of another part of the picture.</summary>
    public void Add(VifSums other)
    {
        for (int limit = 0; limit < NumeratorLogs.Length; limit++)
        {
            NumeratorLogs[limit] += other.NumeratorLogs[limit];
        }

        DenominatorLog += other.DenominatorLog;
        FlatCount += other.FlatCount;
        FlatVariance += other.FlatVariance;
    }

    /// <summary>Sets all sums to zero.</summary>
    public void Clear()
    {
        Array.Clear(NumeratorLogs);
        DenominatorLog = 0;
        FlatCount = 0;
        FlatVariance = 0;
    }
}

namespace Vmaf.Engine.Features.Vif;

/// <summary>
/// <see cref="VifLog"/> as arithmetic, for vector lanes: the fraction of the number is cut into 16 segments; in each, the logarithm is a
/// base value plus a cubic in the distance from the middle. The base values are fitted here, so that all 32,768 fractions come out as
/// the table has them, whether or not the cubic's multiplications and additions are fused.
/// </summary>
internal static unsafe class VifLogSegments
{
    /// <summary>Number of segments.</summary>
    public const int Count = 16;

    /// <summary>Middle of a segment, as distance from its start, where the fraction is a number from 0 to 1.</summary>
    public const float Middle = 1f / 32;

    /// <summary>Square term of the cubic.</summary>
    public const float Quadratic = (float)(-(0.5 + (Reach * Reach / 4)) / Slope);

    /// <summary>Cube term of the cubic.</summary>
    public const float Cubic = (float)(1 / (3 * Slope * Slope));

    /// <summary>2048 / ln 2: slope of the logarithm at 1.</summary>
    private const double Slope = 2954.6394437405970;

    /// <summary>
    /// Relative distance from the middle over which the quartic term is spread over the lower ones; somewhat less than the largest one
    /// leaves the fit the most room.
    /// </summary>
    private const double Reach = 0.6 / 33;

    /// <summary>
    /// Slope in the middle of each segment, then the base value of each: the logarithm in its middle, and a half for rounding. Aligned.
    /// </summary>
    public static readonly float* Tables = Fit();

    private static float* Fit()
    {
        const int FractionsPerSegment = 32768 / Count;
        const int AlignmentInBytes = 64;

        // Lives as long as the process.
        var tables = (float*)System.Runtime.InteropServices.NativeMemory.AlignedAlloc(2 * Count * sizeof(float), AlignmentInBytes);
        for (int segment = 0; segment < Count; segment++)
        {
            float slope = (float)(Slope / (1 + ((segment + 0.5) / Count)));
            double lowest = double.NegativeInfinity;
            double highest = double.PositiveInfinity;
            for (int step = 0; step < FractionsPerSegment; step++)
            {
                ulong number = (ulong)(32768 + (segment * FractionsPerSegment) + step);
                int wanted = VifLog.Log2(number) - VifLog.Log2(32768);
                float distance = (step / 32768f) - Middle;
                float linear = distance * slope;
                float rise = linear * (1 + (linear * (Quadratic + (linear * Cubic))));
                lowest = Math.Max(lowest, wanted - (double)rise);
                highest = Math.Min(highest, wanted + 1 - (double)rise);
            }

            tables[segment] = slope;
            tables[Count + segment] = (float)((lowest + highest) / 2);
        }

        return tables;
    }
}

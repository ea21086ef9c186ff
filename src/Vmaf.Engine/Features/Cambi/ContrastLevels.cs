namespace Vmaf.Engine.Features.Cambi;

/// <summary>
/// Which steps of luma are banding that an eye sees: steps of 1 to <see cref="Count"/> 10-bit levels, each with its weight and the range
/// of luma where it is neither too dark to matter nor so strong a contrast that it is an edge of the picture (libvmaf, cambi.c).
/// </summary>
internal sealed class ContrastLevels
{
    private const int LargestLuma = 1023;

    /// <summary>Response to a step of 1, 2, … levels.</summary>
    private static readonly int[] Responses =
        [1, 2, 3, 4, 4, 5, 5, 6, 6, 6, 6, 7, 7, 7, 7, 8, 8, 8, 8, 8, 8, 8, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9];

    /// <summary>Finds the ranges.</summary>
    /// <param name="count">Number of steps: 1 to 32.</param>
    /// <param name="visibleContrast">Share of the luminance that a step must exceed to be an edge.</param>
    /// <param name="leastLuminance">Luminance in cd/m² below which banding is not seen.</param>
    /// <param name="transfer">The display's transfer function.</param>
    public ContrastLevels(int count, double visibleContrast, double leastLuminance, TransferFunction transfer)
    {
        Count = count;
        Weights = [.. Responses.Take(count).Select(response => (float)response)];
        int darkest = DarkestVisible(leastLuminance, transfer);
        int[] brightest = [.. Enumerable.Range(1, count).Select(step => BrightestLuma(step, visibleContrast, transfer))];

        // Values outside the band are in no histogram that a visible step reads.
        FirstLuma = Math.Max(darkest - (3 * count) + 1, 0);
        LumaCount = Math.Max(brightest[^1] + count + 1 - FirstLuma, 0);
        VisibleSteps = new uint[LumaCount];
        for (int index = 0; index < LumaCount; index++)
        {
            int luma = FirstLuma + index;
            for (int step = 1; step <= count; step++)
            {
                // The offset by the number of steps is libvmaf's.
                if (luma <= brightest[step - 1] && luma + count + step > darkest)
                {
                    VisibleSteps[index] |= 1u << (step - 1);
                }
            }
        }
    }

    /// <summary>Number of steps.</summary>
    public int Count { get; }

    /// <summary>Weight of a step of 1, 2, … levels.</summary>
    public float[] Weights { get; }

    /// <summary>The least luma that counts.</summary>
    public int FirstLuma { get; }

    /// <summary>How many luma values count, from <see cref="FirstLuma"/> on.</summary>
    public int LumaCount { get; }

    /// <summary>For each luma that counts the steps that are seen from there: bit 0 for a step of 1.</summary>
    public uint[] VisibleSteps { get; }

    /// <summary>The least luma that is bright enough; 0 where even black is.</summary>
    private static int DarkestVisible(double leastLuminance, TransferFunction transfer)
    {
        int luma = DisplayLuminance.Black;
        while (luma <= DisplayLuminance.White && DisplayLuminance.Of(luma, transfer) < leastLuminance)
        {
            luma++;
        }

        return luma == DisplayLuminance.Black ? 0 : luma;
    }

    /// <summary>The last luma from which the step is an edge; the contrast of a step falls with luma.</summary>
    private static int BrightestLuma(int step, double visibleContrast, TransferFunction transfer)
    {
        int low = DisplayLuminance.Black;
        int high = DisplayLuminance.White - step - 1;
        if (!Exceeds(low))
        {
            return 0;
        }

        if (Exceeds(high + 1) && Exceeds(high))
        {
            return LargestLuma;
        }

        // Exceeds(low) always holds, Exceeds(high + 1) never: halve until they meet.
        high++;
        while (high - low > 1)
        {
            int middle = low + ((high - low) / 2);
            if (Exceeds(middle))
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        return low;

        bool Exceeds(int luma)
        {
            double luminance = DisplayLuminance.Of(luma, transfer);
            return DisplayLuminance.Of(luma + step, transfer) - luminance > visibleContrast * luminance;
        }
    }
}

namespace Vmaf.Engine.Features.SinglePrecision;

/// <summary>
/// Sums of rows in single precision from left to right. libvmaf adds up so, and the rounding shows in the digits it prints; several rows
/// at a time keep the adder busy.
/// </summary>
internal static unsafe class SequentialSum
{
    /// <summary>Sum of a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="count">Its length.</param>
    public static float Of(float* row, int count)
    {
        float sum = 0;
        for (int x = 0; x < count; x++)
        {
            sum += row[x];
        }

        return sum;
    }

    /// <summary>Sums of two rows.</summary>
    /// <param name="first">A row.</param>
    /// <param name="second">A row of the same length.</param>
    /// <param name="count">Length of the rows.</param>
    public static (float First, float Second) Of(float* first, float* second, int count)
    {
        float firstSum = 0;
        float secondSum = 0;
        for (int x = 0; x < count; x++)
        {
            firstSum += first[x];
            secondSum += second[x];
        }

        return (firstSum, secondSum);
    }

    /// <summary>Sums of three rows.</summary>
    /// <param name="first">A row.</param>
    /// <param name="second">A row of the same length.</param>
    /// <param name="third">Another.</param>
    /// <param name="count">Length of the rows.</param>
    public static (float First, float Second, float Third) Of(float* first, float* second, float* third, int count)
    {
        float firstSum = 0;
        float secondSum = 0;
        float thirdSum = 0;
        for (int x = 0; x < count; x++)
        {
            firstSum += first[x];
            secondSum += second[x];
            thirdSum += third[x];
        }

        return (firstSum, secondSum, thirdSum);
    }
}

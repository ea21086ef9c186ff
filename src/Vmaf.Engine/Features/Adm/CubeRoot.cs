namespace Vmaf.Engine.Features.Adm;

/// <summary>
/// The cube root as libvmaf takes it: the power with the float nearest to 1/3, rounded to float. C libraries differ in the last bit
/// of such powers; this one is made of basic operations in double, so that every system gives the same, correctly rounded float.
/// </summary>
internal static class CubeRoot
{
    /// <summary>How much the float nearest to 1/3 exceeds 1/3.</summary>
    private const double ExponentExcess = (double)(1f / 3f) - (1.0 / 3.0);

    /// <summary>The root of a finite number.</summary>
    /// <param name="value">Zero or more.</param>
    public static float Of(float value)
    {
        if (!(value > 0))
        {
            return value == 0 ? 0 : float.NaN;
        }

        // A third of the bits of a double is its cube root to within 6 %; each Newton step doubles the number of right digits.
        double radicand = value;
        double root = BitConverter.Int64BitsToDouble((BitConverter.DoubleToInt64Bits(radicand) / 3) + 0x2A9F_7893_0000_0000);
        for (int step = 0; step < 5; step++)
        {
            root -= (root - (radicand / (root * root))) / 3;
        }

        double correction = ExponentExcess * Math.Log(radicand);
        return (float)(root + (root * correction * (1 + (correction / 2))));
    }
}

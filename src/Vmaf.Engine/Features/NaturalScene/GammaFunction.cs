namespace Vmaf.Engine.Features.NaturalScene;

/// <summary>Euler's gamma function of positive numbers, by Lanczos' approximation with nine terms; good to about 14 digits.</summary>
internal static class GammaFunction
{
    private const double Shift = 7;

    private static readonly double[] Coefficients =
    [
        0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
        12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
    ];

    /// <summary>The function's value.</summary>
    /// <param name="argument">A positive number, up to about 140.</param>
    public static double Of(double argument)
    {
        // Below one half the series is poor: Γ(x) = Γ(x + 1) / x.
        if (argument < 0.5)
        {
            return Of(argument + 1) / argument;
        }

        double sum = Coefficients[0];
        for (int term = 1; term < Coefficients.Length; term++)
        {
            sum += Coefficients[term] / (argument - 1 + term);
        }

        double middle = argument + Shift - 0.5;
        return Math.Sqrt(2 * Math.PI) * Math.Pow(middle, argument - 0.5) * Math.Exp(-middle) * sum;
    }
}

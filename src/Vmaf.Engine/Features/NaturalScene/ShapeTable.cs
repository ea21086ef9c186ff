namespace Vmaf.Engine.Features.NaturalScene;

/// <summary>
/// Shapes of generalised Gaussian distributions from 0.2 to 10 in steps of 0.001, and for each the ratio E[|x|]² / E[x²], which grows
/// with the shape and by which it is recognised in samples.
/// </summary>
internal static class ShapeTable
{
    private const double Start = 0.2;
    private const double Step = 0.001;
    private const int Count = 9800;

    private static readonly double[] Ratios = MakeRatios();
    private static readonly double[] Inverses = [.. Ratios.Select(ratio => 1 / ratio)];

    /// <summary>The shape whose ratio is nearest; the smallest of all for a ratio that is not a number.</summary>
    /// <param name="ratio">E[|x|]² / E[x²].</param>
    public static double NearestByRatio(double ratio) => Shape(Nearest(Ratios, ratio));

    /// <summary>The shape whose inverse ratio is nearest; the smallest of all for a ratio that is not a number.</summary>
    /// <param name="inverse">E[x²] / E[|x|]².</param>
    public static double NearestByInverse(double inverse) => Shape(Nearest(Inverses, inverse));

    /// <summary>As NumPy lays out a range: multiples of the rounded step.</summary>
    private static double Shape(int index) => Start + (index * (Start + Step - Start));

    private static double[] MakeRatios()
    {
        double[] ratios = new double[Count];
        for (int index = 0; index < Count; index++)
        {
            double shape = Shape(index);
            double middle = GammaFunction.Of(2 / shape);
            ratios[index] = middle * middle / (GammaFunction.Of(1 / shape) * GammaFunction.Of(3 / shape));
        }

        return ratios;
    }

    private static int Nearest(double[] values, double wanted)
    {
        int nearest = 0;
        double least = double.PositiveInfinity;
        for (int index = 0; index < values.Length; index++)
        {
            double distance = Math.Abs(values[index] - wanted);
            if (distance < least)
            {
                least = distance;
                nearest = index;
            }
        }

        return nearest;
    }
}

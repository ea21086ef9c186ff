using Vmaf.Engine.Models;

namespace Vmaf.Engine.Explanation;

/// <summary>
/// A small ball around the support vectors of a regressor (M. Bădoiu and K. Clarkson, "Smaller core-sets for balls", 2003): the
/// centre steps towards the farthest vector, each time by less.
/// </summary>
internal static class EnclosingBall
{
    private const int StepCount = 500;

    /// <summary>The centre of the ball.</summary>
    /// <param name="regressor">The regressor.</param>
    /// <param name="radius">Receives the distance of the farthest support vector from the centre.</param>
    public static double[] Center(SupportVectorRegressor regressor, out double radius)
    {
        double[] center = new double[regressor.FeatureCount];
        radius = 0;
        if (regressor.SupportVectorCount == 0)
        {
            return center;
        }

        regressor.SupportVector(0).CopyTo(center);
        for (int step = 1; step <= StepCount; step++)
        {
            ReadOnlySpan<double> farthest = regressor.SupportVector(Farthest(regressor, center, out _));
            for (int feature = 0; feature < center.Length; feature++)
            {
                center[feature] += (farthest[feature] - center[feature]) / (step + 1);
            }
        }

        Farthest(regressor, center, out double squaredRadius);
        radius = Math.Sqrt(squaredRadius);
        return center;
    }

    private static int Farthest(SupportVectorRegressor regressor, double[] center, out double squaredDistance)
    {
        int farthest = 0;
        squaredDistance = -1;
        for (int index = 0; index < regressor.SupportVectorCount; index++)
        {
            ReadOnlySpan<double> vector = regressor.SupportVector(index);
            double square = 0;
            for (int feature = 0; feature < center.Length; feature++)
            {
                double difference = vector[feature] - center[feature];
                square += difference * difference;
            }

            if (square > squaredDistance)
            {
                (farthest, squaredDistance) = (index, square);
            }
        }

        return farthest;
    }
}

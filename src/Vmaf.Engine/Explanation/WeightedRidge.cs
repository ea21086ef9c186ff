using Vmaf.Engine.Errors;

namespace Vmaf.Engine.Explanation;

/// <summary>
/// Weighted ridge regression with a free intercept: minimises Σ ωⱼ (yⱼ − b − β·zⱼ)² + α|β|². The normal equations of the centred data
/// are solved by Cholesky's method.
/// </summary>
internal static class WeightedRidge
{
    /// <summary>Fits β.</summary>
    /// <param name="moments">Moments of the features and, as last column, of the response.</param>
    /// <param name="featureCount">Number of features.</param>
    /// <param name="alpha">α, not negative.</param>
    /// <param name="slopes">Receives β.</param>
    /// <returns>b and the share of the response's weighted variance that the fit explains.</returns>
    /// <exception cref="VmafException">
    /// <see cref="VmafErrorIds.OptionInvalid"/>: the neighbours do not determine the slopes (too few, and no penalty).
    /// </exception>
    public static (double Intercept, double RSquared) Fit(WeightedMoments moments, int featureCount, double alpha, Span<double> slopes)
    {
        double[] factor = new double[featureCount * featureCount];
        for (int row = 0; row < featureCount; row++)
        {
            for (int column = 0; column <= row; column++)
            {
                factor[(row * featureCount) + column] = moments.Scatter(row, column) + (row == column ? alpha : 0);
            }

            slopes[row] = moments.Scatter(row, featureCount);
        }

        Factorize(factor, featureCount);
        Solve(factor, featureCount, slopes);
        double intercept = moments.Mean(featureCount);
        for (int feature = 0; feature < featureCount; feature++)
        {
            intercept -= slopes[feature] * moments.Mean(feature);
        }

        return (intercept, ExplainedShare(moments, featureCount, slopes));
    }

    /// <summary>Replaces the lower triangle of a matrix by its Cholesky factor.</summary>
    private static void Factorize(double[] matrix, int size)
    {
        for (int column = 0; column < size; column++)
        {
            double original = matrix[(column * size) + column];
            for (int row = column; row < size; row++)
            {
                double value = matrix[(row * size) + column];
                for (int k = 0; k < column; k++)
                {
                    value -= matrix[(row * size) + k] * matrix[(column * size) + k];
                }

                if (row > column)
                {
                    matrix[(row * size) + column] = value / matrix[(column * size) + column];
                    continue;
                }

                if (!(value > original * 1e-13))
                {
                    throw new VmafException(
                        VmafErrorIds.OptionInvalid,
                        "The neighbours do not determine the weights of an explanation.",
                        "Take more neighbours, or a larger ridge penalty.");
                }

                matrix[(row * size) + column] = Math.Sqrt(value);
            }
        }
    }

    private static void Solve(double[] factor, int size, Span<double> values)
    {
        for (int row = 0; row < size; row++)
        {
            for (int k = 0; k < row; k++)
            {
                values[row] -= factor[(row * size) + k] * values[k];
            }

            values[row] /= factor[(row * size) + row];
        }

        for (int row = size - 1; row >= 0; row--)
        {
            for (int k = row + 1; k < size; k++)
            {
                values[row] -= factor[(k * size) + row] * values[k];
            }

            values[row] /= factor[(row * size) + row];
        }
    }

    private static double ExplainedShare(WeightedMoments moments, int featureCount, ReadOnlySpan<double> slopes)
    {
        double total = moments.Scatter(featureCount, featureCount);
        if (!(total > 0))
        {
            return 1;
        }

        double residual = total;
        for (int a = 0; a < featureCount; a++)
        {
            residual -= 2 * slopes[a] * moments.Scatter(a, featureCount);
            for (int b = 0; b < featureCount; b++)
            {
                residual += slopes[a] * slopes[b] * moments.Scatter(a, b);
            }
        }

        return 1 - (residual / total);
    }
}

using Vmaf.Engine.Models;
using Vmaf.Engine.Simd;
using Xunit;

namespace Vmaf.Tests.Models;

[Trait("Suite", "Kernel")]
public sealed class RadialBasisSumTests
{
    private static readonly int[] RowCounts = [1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 32, 33, 63, 64, 65, 100];

    public static TheoryData<SimdTier> TiersHere =>
        [.. Enum.GetValues<SimdTier>().Where(tier => tier <= SimdTiers.Best)];

    [Theory]
    [MemberData(nameof(TiersHere))]
    public void Every_tier_gives_the_scalar_bits(SimdTier tier)
    {
        foreach (int featureCount in (int[])[1, 4, 6, 11])
        {
            RadialBasisSum sum = Example(featureCount, supportVectorCount: 50, gamma: 0.3, seed: featureCount);
            foreach (int rowCount in RowCounts)
            {
                double[] rows = Rows(featureCount, rowCount, seed: rowCount, spread: 3);
                double[] expected = new double[rowCount];
                double[] actual = new double[rowCount];
                sum.Predict(rows, rowCount, expected, SimdTier.Scalar);
                sum.Predict(rows, rowCount, actual, tier);
                Assert.Equal(expected.Select(BitConverter.DoubleToInt64Bits), actual.Select(BitConverter.DoubleToInt64Bits));
            }
        }
    }

    [Theory]
    [MemberData(nameof(TiersHere))]
    public void A_rows_bits_do_not_depend_on_its_batch(SimdTier tier)
    {
        const int FeatureCount = 6;
        RadialBasisSum sum = Example(FeatureCount, supportVectorCount: 40, gamma: 0.04, seed: 7);
        double[] all = Rows(FeatureCount, 100, seed: 8, spread: 2);
        double[] together = new double[100];
        sum.Predict(all, 100, together, tier);
        double[] alone = new double[1];
        for (int row = 0; row < 100; row++)
        {
            sum.Predict([.. Enumerable.Range(0, FeatureCount).Select(feature => all[(feature * 100) + row])], 1, alone, tier);
            Assert.Equal(BitConverter.DoubleToInt64Bits(together[row]), BitConverter.DoubleToInt64Bits(alone[0]));
        }
    }

    [Theory]
    [MemberData(nameof(TiersHere))]
    public void Near_and_far_rows_are_as_exact_as_the_exponential_function(SimdTier tier)
    {
        const int FeatureCount = 3;
        foreach (double spread in (double[])[0, 1e-9, 0.5, 10, 1000, 1e150])
        {
            double[] coefficients = [4, -3.5, 2, 1e-3];
            double[] vectors = Rows(FeatureCount, coefficients.Length, seed: 3, spread: 1);
            var regressor = new SupportVectorRegressor(
                new KernelParameters(KernelFunction.RadialBasis, 0.85), FeatureCount, 0.25, coefficients, vectors);
            double[] rows = Rows(FeatureCount, 37, seed: 4, spread);
            double[] actual = new double[37];
            new RadialBasisSum(coefficients, vectors, FeatureCount, 0.85, 0.25).Predict(rows, 37, actual, tier);
            for (int row = 0; row < 37; row++)
            {
                double expected = -0.25;
                for (int index = 0; index < coefficients.Length; index++)
                {
                    double square = 0;
                    for (int feature = 0; feature < FeatureCount; feature++)
                    {
                        double difference = rows[(feature * 37) + row] - regressor.SupportVector(index)[feature];
                        square += difference * difference;
                    }

                    expected += coefficients[index] * Math.Exp(-0.85 * square);
                }

                Assert.Equal(expected, actual[row], 2e-14);
            }
        }
    }

    [Theory]
    [MemberData(nameof(TiersHere))]
    public void Rows_that_are_not_finite_give_NaN_and_leave_the_others_alone(SimdTier tier)
    {
        RadialBasisSum sum = Example(featureCount: 2, supportVectorCount: 5, gamma: 1, seed: 1);
        foreach (double bad in (double[])[double.NaN, double.PositiveInfinity, double.NegativeInfinity])
        {
            double[] rows = Rows(2, 40, seed: 2, spread: 1);
            double[] clean = new double[40];
            sum.Predict(rows, 40, clean, tier);
            rows[40 + 17] = bad;
            double[] actual = new double[40];
            sum.Predict(rows, 40, actual, tier);
            Assert.True(double.IsNaN(actual[17]));
            Assert.Equal(clean.Where((_, row) => row != 17), actual.Where((_, row) => row != 17));
        }
    }

    private static RadialBasisSum Example(int featureCount, int supportVectorCount, double gamma, int seed) =>
        new(Rows(1, supportVectorCount, seed, 8), Rows(featureCount, supportVectorCount, seed + 1, 1), featureCount, gamma, -1.33);

    private static double[] Rows(int featureCount, int rowCount, int seed, double spread)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, featureCount * rowCount).Select(_ => (random.NextDouble() - 0.5) * spread)];
    }
}

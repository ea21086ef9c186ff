using Vmaf.Engine.Models;
using Vmaf.Engine.Training;
using Xunit;

namespace Vmaf.Tests.Training;

public sealed class NuSvrTrainerTests
{
    private const int SampleCount = 40;

    /// <summary>Three rows, feature-major.</summary>
    private static readonly double[] Queries = [0.1, 0.5, 0.9, 0.2, 0.5, 0.8, 0.3, 0.5, 0.1];

    // Measured with libsvm 3.24's svm-train -s 4 -e 1e-10 and svm-predict on the same samples. libsvm keeps its kernel matrix in single
    // precision, which is what the tolerance allows for.
    [Theory]
    [InlineData(KernelFunction.RadialBasis, 0.7, 0, 3, 4, 0.5, 27, -0.076719423935993708, 0.54680033438221687, 1.3379472812832187, 0.72370983717603166)]
    [InlineData(KernelFunction.RadialBasis, 2, 0, 3, 0.25, 0.9, 40, -0.84232289843372243, 0.67300886842351249, 1.3224928191646572, 0.94980184072131846)]
    [InlineData(KernelFunction.Linear, 0, 0, 3, 1, 0.3, 15, -0.39112576940416999, 0.67848593518320732, 1.1212442200786907, 1.3131224750858133)]
    [InlineData(KernelFunction.Polynomial, 0.5, 1, 2, 1, 0.5, 23, -0.46891563101211409, 0.69134631663902635, 1.126674413429209, 1.1981370390335551)]
    [InlineData(KernelFunction.Sigmoid, 0.2, 0.1, 3, 1, 0.5, 23, -0.70566287846794529, 0.89053397902762121, 1.1504084057236674, 1.2690248538910009)]
    public void Optimum_is_libsvms(
        KernelFunction function,
        double gamma,
        double constantTerm,
        int degree,
        double cost,
        double nu,
        int supportVectors,
        double offset,
        double first,
        double second,
        double third)
    {
        (SampleMatrix samples, double[] labels) = Problem();
        var parameters = new NuSvrParameters(new KernelParameters(function, gamma, constantTerm, degree))
        {
            Cost = cost,
            Nu = nu,
            Tolerance = 1e-10,
        };
        SupportVectorRegressor regressor = NuSvrTrainer.Train(samples, labels, parameters, TestContext.Current.CancellationToken);
        double[] predictions = new double[3];
        regressor.Predict(Queries, 3, predictions);
        Assert.Equal(supportVectors, regressor.SupportVectorCount);
        Assert.Equal(offset, regressor.Offset, 1e-6);
        Assert.Equal([first, second, third], predictions, (expected, actual) => Math.Abs(expected - actual) < 1e-6);
    }

    [Fact]
    public void Default_tolerance_stops_near_libsvm()
    {
        // libsvm 3.24: svm-train -s 4 -t 2 -c 4 -n 0.5 -g 0.7, everything else left at its defaults. With and without its shrinking
        // heuristic, libsvm's own predictions differ by 3e-4.
        (SampleMatrix samples, double[] labels) = Problem();
        SupportVectorRegressor regressor = NuSvrTrainer.Train(
            samples,
            labels,
            new NuSvrParameters(new KernelParameters(KernelFunction.RadialBasis, 0.7)) { Cost = 4 },
            TestContext.Current.CancellationToken);
        double[] predictions = new double[3];
        regressor.Predict(Queries, 3, predictions);
        Assert.Equal(
            [0.54634769044666553, 1.3380129152284161, 0.72291914331816964],
            predictions,
            (expected, actual) => Math.Abs(expected - actual) < 1e-3);
    }

    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(1, 0)]
    [InlineData(1, 1.1)]
    [InlineData(1, double.NaN)]
    public void Parameters_out_of_range_are_rejected(double cost, double nu)
    {
        (SampleMatrix samples, double[] labels) = Problem();
        var parameters = new NuSvrParameters(new KernelParameters(KernelFunction.RadialBasis, 1)) { Cost = cost, Nu = nu };
        Assert.ThrowsAny<ArgumentException>(() => NuSvrTrainer.Train(samples, labels, parameters, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Samples_must_be_finite_and_as_many_as_labels()
    {
        (SampleMatrix samples, double[] labels) = Problem();
        var parameters = new NuSvrParameters(new KernelParameters(KernelFunction.RadialBasis, 1));
        Assert.Throws<ArgumentException>(() => NuSvrTrainer.Train(samples, labels.AsSpan(1), parameters, TestContext.Current.CancellationToken));
        labels[3] = double.NaN;
        Assert.Throws<ArgumentException>(() => NuSvrTrainer.Train(samples, labels, parameters, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_full_cache_gives_the_right_rows()
    {
        (SampleMatrix samples, double[] labels) = Problem();
        var kernel = new KernelParameters(KernelFunction.RadialBasis, 2);
        var small = new KernelRowCache(samples, kernel, byteCount: 0);
        double[] expected = new double[SampleCount];
        foreach (int sample in (int[])[0, 1, 0, 2, 0, 3, 1, 39, 0])
        {
            samples.KernelRow(kernel, sample, expected);
            Assert.Equal(expected, small.Row(sample));
        }
    }

    /// <summary>Smooth, with noise, three decimals; numbers of a linear congruential generator.</summary>
    private static (SampleMatrix Samples, double[] Labels) Problem()
    {
        double[] values = new double[3 * SampleCount];
        double[] labels = new double[SampleCount];
        long state = 12345;
        for (int sample = 0; sample < SampleCount; sample++)
        {
            for (int feature = 0; feature < 3; feature++)
            {
                values[(feature * SampleCount) + sample] = Math.Round(Next(), 3);
            }

            double product = values[SampleCount + sample] * values[(2 * SampleCount) + sample];
            labels[sample] = Math.Round(Math.Sin(3 * values[sample]) + product + (0.2 * Next()), 3);
        }

        return (new SampleMatrix(values, SampleCount, 3), labels);

        double Next()
        {
            state = ((state * 1103515245) + 12345) % (1L << 31);
            return state / (double)(1L << 31);
        }
    }
}

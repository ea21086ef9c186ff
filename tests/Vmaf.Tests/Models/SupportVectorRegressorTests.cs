using Vmaf.Engine.Models;
using Xunit;

namespace Vmaf.Tests.Models;

public sealed class SupportVectorRegressorTests
{
    [Theory]
    [InlineData(KernelFunction.Linear, 0, 0, 0, (2 * 5) + (-1 * -1) - 0.5)]
    [InlineData(KernelFunction.Polynomial, 0.5, 1, 3, (2 * 42.875) + (-1 * 0.125) - 0.5)]
    [InlineData(KernelFunction.Sigmoid, 0.5, 0.25, 0, (2 * 0.9918597245682079) + (-1 * -0.24491866240370913) - 0.5)]
    public void Kernels_of_dot_products_are_libsvms(KernelFunction function, double gamma, double constantTerm, int degree, double expected)
    {
        // Support vectors (1, 2) and (1, -1); row (1, 2).
        var regressor = new SupportVectorRegressor(
            new KernelParameters(function, gamma, constantTerm, degree), featureCount: 2, offset: 0.5, [2, -1], [1, 2, 1, -1]);
        double[] output = new double[3];
        regressor.Predict([0, 1, 9, 0, 2, 9], 3, output);
        Assert.Equal(expected, output[1], 1e-14);
    }

    [Fact]
    public void Lengths_are_checked()
    {
        var kernel = new KernelParameters(KernelFunction.RadialBasis, 1);
        Assert.Throws<ArgumentException>(() => new SupportVectorRegressor(kernel, 2, 0, [1, 2], [1, 2, 3]));
        var regressor = new SupportVectorRegressor(kernel, 2, 0, [1], [1, 2]);
        Assert.Throws<ArgumentException>(() => regressor.Predict([1, 2, 3], 2, new double[2]));
        Assert.Throws<ArgumentException>(() => regressor.Predict([1, 2, 3, 4], 2, new double[1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => regressor.Predict([], -1, []));
        regressor.Predict([], 0, []);
    }

    [Theory]
    [InlineData(KernelFunction.RadialBasis)]
    [InlineData(KernelFunction.Linear)]
    [InlineData(KernelFunction.Polynomial)]
    [InlineData(KernelFunction.Sigmoid)]
    public void Text_reads_back_as_the_same_regressor(KernelFunction function)
    {
        var random = new Random(5);
        double[] coefficients = [.. Enumerable.Range(0, 20).Select(_ => (random.NextDouble() - 0.5) * 1e4)];
        double[] vectors = [.. Enumerable.Range(0, 60).Select(index => index % 7 == 0 ? 0 : random.NextDouble() - 0.5)];
        var regressor = new SupportVectorRegressor(new KernelParameters(function, 0.04, 0.7, 4), 3, -1.25e-7, coefficients, vectors);
        VmafModel model = TestModelFile.Load(new TestModelFile { Libsvm = LibsvmTextWriter.Write(regressor) }.ToJson());
        SupportVectorRegressor read = model.Main.Regressor;
        Assert.Equal(regressor.Kernel.Function, read.Kernel.Function);
        Assert.Equal(regressor.Offset, read.Offset);
        double[] rows = [.. Enumerable.Range(0, 30).Select(_ => random.NextDouble())];
        double[] expected = new double[10];
        double[] actual = new double[10];
        regressor.Predict(rows, 10, expected);
        read.Predict(rows, 10, actual);
        Assert.Equal(expected, actual);
    }
}

using Vmaf.Engine.Errors;
using Vmaf.Engine.Explanation;
using Vmaf.Engine.Models;
using Xunit;

namespace Vmaf.Tests.Explanation;

[Trait("Suite", "Kernel")]
public sealed class LocalExplainerTests
{
    /// <summary>adm2, motion2, vif_scale0 … 3.</summary>
    private static readonly double[] Features =
        [0.9345149030293786, 3.8943597291666667, 0.3636620710647402, 0.7674952820232231, 0.8631077727416296, 0.9157200890843669];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(100, new[] { 0.6749904357, 0.1766529006, -0.0349821725, -0.0337690148, 0.1970728882, 0.3156405992 }, -0.2201001425)]
    [InlineData(1000, new[] { 0.6807703256, 0.1577423834, -0.0244677198, -0.0273579779, 0.1972266404, 0.3299886858 }, -0.2169614294)]
    [InlineData(5000, new[] { 0.6688835694, 0.1498874918, -0.0227328811, -0.0307380846, 0.1927346495, 0.3235103479 }, -0.1945686806)]
    public void The_official_model_is_explained_as_by_Netflixs_harness(int neighborCount, double[] weights, double intercept)
    {
        VmafModel model = OfficialModel();

        LocalFit fit = new LocalExplainer(new LocalExplainerOptions { NeighborCount = neighborCount })
            .Fit(RegressorNeighbors.For(model.Main.Regressor), [Normalized(model, Features)], Token)[0];

        Assert.Equal(weights, fit.Weights.Select(weight => Math.Round(weight, 10)));
        Assert.Equal(intercept, Math.Round(fit.Intercept, 10));
        Assert.Equal(0.6116317912144211, fit.CenterResponse, 1e-12);
    }

    [Fact]
    public void One_random_stream_runs_through_the_rows()
    {
        VmafModel model = OfficialModel();
        double[][] centers = [Normalized(model, Features), Normalized(model, [1, 0, 1, 1, 1, 1])];

        IReadOnlyList<LocalFit> fits = new LocalExplainer(new LocalExplainerOptions { NeighborCount = 100 })
            .Fit(RegressorNeighbors.For(model.Main.Regressor), centers, Token);

        Assert.Equal(0.6749904357, fits[0].Weights[0], 1e-10);
        Assert.Equal(
            [0.7392980920, 0.1850212711, -0.0054244164, 0.0403261439, 0.2444275053, 0.3465946303],
            fits[1].Weights.Select(weight => Math.Round(weight, 10)));
    }

    [Fact]
    public void Neighbours_weights_and_responses_are_those_of_the_harness()
    {
        VmafModel model = OfficialModel();
        double[] center = Normalized(model, Features);
        var recorder = new RecordingResponse(RegressorNeighbors.For(model.Main.Regressor));
        new LocalExplainer(new LocalExplainerOptions { NeighborCount = 100 }).Fit(recorder, [center], Token);
        double[] weights = new double[recorder.RowCount];
        NeighborWeights.Fill(DistanceMetric.Euclidean, 3, center, recorder.Offsets, recorder.RowCount, weights);
        double[] expectedFirst = [2.5904627035055707, 0.6410985719339214, 1.2505981654886063, 2.8903595119813, 2.630709964945382, -0.14999728015336622];

        Assert.Equal(
            [0.8264103575379065, 0.24094136356669807, 0.271860181382867, 0.6494663127798423, 0.7631519747954142, 0.8272805997230448], center);
        Assert.All(Enumerable.Range(0, 6), feature =>
            Assert.Equal(expectedFirst[feature], center[feature] + recorder.Offsets[(feature * recorder.RowCount) + 1], 1e-15));
        Assert.Equal(0.4672929174319693, weights[1], 1e-15);
        Assert.Equal(0.8352478334194432, weights[2], 1e-15);
        Assert.Equal(73.53552157579405, weights[..101].Sum(), 1e-12);
        Assert.Equal(2.3421903414179757, recorder.Responses[1], 1e-11);
        Assert.Equal(2.1167518049413236, recorder.Responses[2], 1e-11);
    }

    [Fact]
    public void The_number_of_threads_changes_no_bit()
    {
        INeighborResponse response = RegressorNeighbors.For(SyntheticRegressor.Create(6, 30));
        double[][] centers = [.. Enumerable.Range(0, 9).Select(row => Enumerable.Range(0, 6).Select(feature => ((row * 7) + feature) % 10 / 10.0).ToArray())];
        IReadOnlyList<LocalFit>[] runs =
        [
            .. new[] { 1, 2, 7, 20 }.Select(threads =>
                new LocalExplainer(new LocalExplainerOptions { NeighborCount = 333, MaximumThreadCount = threads }).Fit(response, centers, Token)),
        ];

        Assert.All(runs, run => Assert.Equal(runs[0].SelectMany(fit => fit.Weights), run.SelectMany(fit => fit.Weights)));
    }

    [Fact]
    public void Bits_are_the_same_on_every_tier()
    {
        // Recorded from this code; each tier must give it.
        INeighborResponse response = RegressorNeighbors.For(SyntheticRegressor.Create(5, 30));
        LocalFit fit = new LocalExplainer(new LocalExplainerOptions { NeighborCount = 4500 }).Fit(response, [[0.1, 0.5, 0.9, 0.2, 0.7]], Token)[0];

        ulong hash = fit.Weights.Append(fit.Intercept).Aggregate(0UL, (sum, value) => (sum * 31) + BitConverter.DoubleToUInt64Bits(value));
        Assert.Equal(10347978725245791110UL, hash);
    }

    [Fact]
    public void More_neighbours_than_a_block_are_all_used()
    {
        var response = new LinearResponse([2, -1, 0.5]);
        LocalFit fit = new LocalExplainer(new LocalExplainerOptions { NeighborCount = 20_000, RidgeAlpha = 0 }).Fit(response, [[1, 2, 3]], Token)[0];

        Assert.Equal(20_001, response.RowsSeen);
        Assert.All(fit.Weights.Zip(response.Slopes), pair => Assert.Equal(pair.Second, pair.First, 1e-12));
        Assert.Equal(1, fit.RSquared, 1e-12);
        Assert.Equal(0, fit.Intercept, 1e-11);
    }

    [Theory]
    [InlineData(DistanceMetric.Euclidean, 5.0)]
    [InlineData(DistanceMetric.Manhattan, 7.0)]
    [InlineData(DistanceMetric.Chebyshev, 4.0)]
    [InlineData(DistanceMetric.Cosine, 0.2928932188134524)]
    public void Distances_are_those_of_their_names(DistanceMetric metric, double distance)
    {
        double[] weights = new double[32];
        double[] center = metric == DistanceMetric.Cosine ? [1, 0] : [10, 20];
        double[] offsets = new double[64];
        (offsets[0], offsets[32]) = metric == DistanceMetric.Cosine ? (0.0, 1.0) : (3.0, -4.0);

        NeighborWeights.Fill(metric, 3, center, offsets, 32, weights);

        Assert.Equal(Math.Exp(-distance * distance / 18), weights[0], 1e-14);
        Assert.Equal(1, weights[1], 1e-14);
    }

    [Fact]
    public void It_stops_soon_after_a_cancellation()
    {
        var explainer = new LocalExplainer(new LocalExplainerOptions { NeighborCount = 1_000_000, MaximumThreadCount = 2 });
        INeighborResponse response = RegressorNeighbors.For(SyntheticRegressor.Create(6, 2000));
        using var source = new CancellationTokenSource();
        double[][] centers = [.. Enumerable.Repeat(new double[6], 50)];
        var run = Task.Run(() => explainer.Fit(response, centers, source.Token), Token);

        source.Cancel();

        // The work left would take many minutes.
        Assert.ThrowsAny<OperationCanceledException>(() => run.GetAwaiter().GetResult());
    }

    [Fact]
    public void An_error_in_the_function_comes_out()
    {
        var explainer = new LocalExplainer(new LocalExplainerOptions { NeighborCount = 10, MaximumThreadCount = 3 });
        Assert.Throws<InvalidTimeZoneException>(() => explainer.Fit(new FailingResponse(), [[1], [2], [3], [4]], Token));
    }

    [Fact]
    public void Options_out_of_range_are_refused()
    {
        LocalExplainerOptions[] wrong =
        [
            new() { NeighborCount = 0 }, new() { NeighborCount = 1_000_001 }, new() { NeighborStandardDeviation = 0 },
            new() { NeighborStandardDeviation = double.NaN }, new() { KernelWidth = -1 }, new() { KernelWidth = double.PositiveInfinity },
            new() { RidgeAlpha = -0.1 }, new() { RidgeAlpha = double.NaN }, new() { MaximumThreadCount = 0 }, new() { Distance = (DistanceMetric)9 },
        ];
        Assert.All(wrong, options => Assert.Equal(VmafErrorIds.OptionInvalid, Assert.Throws<VmafException>(() => new LocalExplainer(options)).ErrorId));
    }

    [Fact]
    public void Rows_of_another_length_are_refused() =>
        Assert.Throws<ArgumentException>(() => new LocalExplainer().Fit(new LinearResponse([1, 2]), [[1, 2, 3]], Token));

    [Fact]
    public void No_rows_give_no_fits() => Assert.Empty(new LocalExplainer().Fit(new LinearResponse([1]), [], Token));

    private static VmafModel OfficialModel()
    {
        Assert.SkipUnless(SharedData.Available, SharedData.Missing);
        return VmafModel.Load(SharedData.Model("vmaf_v0.6.1.json"));
    }

    private static double[] Normalized(VmafModel model, double[] features)
    {
        double[] normalized = new double[features.Length];
        model.Main.Normalize(features, 1, normalized);
        return normalized;
    }

    private sealed class RecordingResponse(INeighborResponse inner) : INeighborResponse
    {
        public int FeatureCount => inner.FeatureCount;

        public int RowCount { get; private set; }

        public double[] Offsets { get; private set; } = [];

        public double[] Responses { get; private set; } = [];

        public void Evaluate(ReadOnlySpan<double> center, ReadOnlySpan<double> offsets, int rowCount, Span<double> responses)
        {
            inner.Evaluate(center, offsets, rowCount, responses);
            RowCount = rowCount;
            Offsets = offsets.ToArray();
            Responses = responses.ToArray();
        }
    }

    private sealed class LinearResponse(double[] slopes) : INeighborResponse
    {
        public double[] Slopes => slopes;

        public int FeatureCount => slopes.Length;

        public int RowsSeen { get; private set; }

        public void Evaluate(ReadOnlySpan<double> center, ReadOnlySpan<double> offsets, int rowCount, Span<double> responses)
        {
            for (int row = 0; row < rowCount; row++)
            {
                responses[row] = 0;
                bool isZero = true;
                for (int feature = 0; feature < FeatureCount; feature++)
                {
                    responses[row] += slopes[feature] * (center[feature] + offsets[(feature * rowCount) + row]);
                    isZero &= offsets[(feature * rowCount) + row] == 0;
                }

                RowsSeen += isZero && RowsSeen > 0 ? 0 : 1;
            }
        }
    }

    private sealed class FailingResponse : INeighborResponse
    {
        public int FeatureCount => 1;

        public void Evaluate(ReadOnlySpan<double> center, ReadOnlySpan<double> offsets, int rowCount, Span<double> responses) =>
            throw new InvalidTimeZoneException();
    }
}

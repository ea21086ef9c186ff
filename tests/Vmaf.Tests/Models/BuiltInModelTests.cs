using Vmaf.Engine.Models;
using Xunit;

namespace Vmaf.Tests.Models;

public sealed class BuiltInModelTests
{
    private static readonly ModelCatalog BuiltInOnly = new(Path.Combine(Path.GetTempPath(), "no such folder"), []);

    [Theory]
    [InlineData("vmaf_v0.6.1")]
    [InlineData("vmaf_v0.6.1neg")]
    [InlineData("vmaf_4k_v0.6.1")]
    [InlineData("vmaf_4k_v0.6.1neg")]
    public void Scores_of_golden_features_are_within_a_thousandth(string name)
    {
        Assert.SkipUnless(SharedData.Available, SharedData.Missing);
        VmafModel model = BuiltInOnly.Load(name);
        double largest = 0;
        foreach ((_, IReadOnlyDictionary<string, double> metrics) in GoldenFrames.Of(name))
        {
            largest = Math.Max(largest, Math.Abs(metrics["vmaf"] - model.Predict(GoldenFrames.FeaturesOf(model, metrics))));
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"{name}: {largest}");
        Assert.True(largest <= 0.001, $"{name}: {largest}");
    }
}

using Vmaf.Engine.Explanation;
using Vmaf.Engine.Models;
using Xunit;

namespace Vmaf.Tests.Explanation;

/// <summary>The upstream test of the local explainer: still images, their moments, a forest trained on seven of nine.</summary>
public sealed class ForestExplanationTests
{
    private static readonly (string Clip, int Width, int Height, double Opinion)[] Images =
    [
        ("image_100007_481x321_yuv444p.yuv", 481, 321, 2.5),
        ("image_100039_481x321_yuv444p.yuv", 481, 321, 3.9),
        ("image_100075_481x321_yuv444p.yuv", 481, 321, 5.0),
        ("image_100098_481x321_yuv444p.yuv", 481, 321, 4.2),
        ("image_100099_481x321_yuv444p.yuv", 481, 321, 4.1),
        ("image_10081_481x321_yuv444p.yuv", 481, 321, 4.6),
        ("image_101027_481x321_yuv444p.yuv", 481, 321, 4.9),
        ("image_102062_481x321_yuv444p.yuv", 481, 321, 3.3),
        ("image_1012576_720x486_yuv444p.yuv", 720, 486, 4.7),
    ];

    [Fact]
    public void Two_images_are_explained_as_upstream()
    {
        Assert.SkipUnless(SharedData.Available, SharedData.Missing);
        double[][] features = [.. Images.Select(image => Moments(image.Clip, image.Width * image.Height))];
        LinearRescale[] scales = [.. Enumerable.Range(0, 3).Select(feature => ToUnitDeviation(features[..7].Select(row => row[feature])))];
        double[][] normalized = [.. features.Select(row => row.Select((value, feature) => scales[feature].Apply(value)).ToArray())];
        LinearRescale opinionScale = ToUnitDeviation(Images[..7].Select(image => image.Opinion));
        var forest = new RandomForest(normalized[..7], [.. Images[..7].Select(image => opinionScale.Apply(image.Opinion))], 10, 0);

        IReadOnlyList<LocalFit> fits = new LocalExplainer(new LocalExplainerOptions { NeighborCount = 1000 })
            .Fit(forest, normalized[7..], TestContext.Current.CancellationToken);

        AssertClose([107.73501, 13691.23881, 2084.40542], features[7], 1e-5);
        AssertClose([35.81638, 1611.56764, 328.75389], features[8], 1e-5);
        AssertClose([-0.65527, -0.68872, 0.08524], normalized[7], 1e-5);
        AssertClose([-3.74922, -2.79586, -1.32625], normalized[8], 1e-5);
        AssertClose([-0.1241624650, -0.2093144913, 0.0232236535], fits[0].Weights, 6e-11);
        AssertClose([0.0007615130, -0.0124595391, 0.0367302242], fits[1].Weights, 6e-11);
        AssertClose([0.0654344822, 0.5944464283], fits.Select(fit => fit.Intercept), 1e-9);
    }

    private static void AssertClose(double[] expected, IEnumerable<double> actual, double tolerance) =>
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, tolerance));

    private static double[] Moments(string clip, int sampleCount)
    {
        byte[] luma = File.ReadAllBytes(SharedData.Clip(clip))[..sampleCount];
        double first = luma.Average(sample => (double)sample);
        double second = luma.Average(sample => (double)sample * sample);
        return [first, second, second - (first * first)];
    }

    private static LinearRescale ToUnitDeviation(IEnumerable<double> values)
    {
        double[] all = [.. values];
        double mean = all.Average();
        double deviation = Math.Sqrt(all.Average(value => (value - mean) * (value - mean)));
        return new LinearRescale(1 / deviation, -mean / deviation);
    }
}

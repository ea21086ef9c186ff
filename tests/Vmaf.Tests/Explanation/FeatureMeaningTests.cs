using Vmaf.Engine.Explanation;
using Vmaf.Engine.Features.Guide;
using Xunit;

namespace Vmaf.Tests.Explanation;

public sealed class FeatureMeaningTests
{
    public static TheoryData<string> Features => [.. FeatureGuide.All.Select(feature => feature.InternalName)];

    [Theory]
    [MemberData(nameof(Features))]
    public void The_guide_says_which_values_are_better(string internalName)
    {
        FeatureDescription description = FeatureGuide.Find(internalName)!;
        foreach (string name in new[] { internalName, description.Name, $"{description.Name}_egl_1" })
        {
            FeatureMeaning meaning = FeatureMeaning.Of(name);
            Assert.Equal(description.Direction, meaning.Direction);
            switch (meaning.Role)
            {
                case FeatureRole.Fidelity:
                    Assert.Equal((FeatureDirection.HigherIsBetter, 1), (description.Direction, description.Maximum));
                    break;
                case FeatureRole.Impairment:
                    Assert.Equal((FeatureDirection.LowerIsBetter, 0), (description.Direction, description.Minimum));
                    break;
                case FeatureRole.Content:
                    Assert.Equal(FeatureDirection.Neither, description.Direction);
                    break;
                default:
                    Assert.Equal(FeatureDirection.HigherIsBetter, description.Direction);
                    break;
            }
        }
    }

    /// <summary>45 less 20 times the logarithm of the mean difference, so that more is better.</summary>
    [Fact]
    public void Of_likeness_of_colours_more_is_better()
    {
        FeatureMeaning meaning = FeatureMeaning.Of("ciede2000");
        Assert.Equal((FeatureDirection.HigherIsBetter, FeatureRole.Other), (meaning.Direction, meaning.Role));
        Assert.Equal(FeatureDirection.HigherIsBetter, FeatureGuide.DirectionOf("CIEDE2000"));
        Assert.True(meaning.SeesColor);
    }

    [Fact]
    public void Of_an_unknown_feature_nothing_is_known()
    {
        FeatureMeaning meaning = FeatureMeaning.Of("my_feature");
        Assert.Equal((null, FeatureRole.Other), (meaning.Direction, meaning.Role));
        Assert.Equal("my_feature", meaning.Title);
    }
}

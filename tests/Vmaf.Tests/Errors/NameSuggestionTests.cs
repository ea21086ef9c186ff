using Vmaf.Engine.Errors;
using Xunit;

namespace Vmaf.Tests.Errors;

public sealed class NameSuggestionTests
{
    [Theory]
    [InlineData("crf10.y4m", "crf20.y4m, crf30.y4m")]
    [InlineData("CRF20.y4m", "crf20.y4m, crf30.y4m")]
    [InlineData("ref.yuv", "")]
    public void Similar_names_are_a_slip_of_the_finger_away(string typed, string expected) =>
        Assert.Equal(expected, NameSuggestion.Similar(typed, ["LICENSE", "scores.csv", "crf30.y4m", "crf20.y4m"]));

    [Fact]
    public void Nearest_names_are_always_given() =>
        Assert.Equal("vif, adm, motion", NameSuggestion.Nearest("vi", ["adm", "motion", "vif"]));
}

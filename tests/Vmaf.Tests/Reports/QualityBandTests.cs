using Vmaf.Engine.Reports;
using Xunit;

namespace Vmaf.Tests.Reports;

public sealed class QualityBandTests
{
    [Theory]
    [InlineData(110, "excellent")]
    [InlineData(95, "excellent")]
    [InlineData(94.999, "very good")]
    [InlineData(80, "good")]
    [InlineData(60, "fair")]
    [InlineData(59.9, "poor")]
    [InlineData(0, "bad")]
    public void A_score_has_a_word(double score, string word) => Assert.Equal(word, QualityBand.Of(score).Name);

    [Fact]
    public void Shares_sum_up_to_one()
    {
        double[] shares = QualityBand.Shares([99, 92, 92, 10]);
        Assert.Equal([0.25, 0.5, 0, 0, 0, 0.25], shares);
    }
}

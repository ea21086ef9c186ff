using Vmaf.Engine.Decoding;
using Vmaf.Engine.Pairs;
using Vmaf.Engine.Reports.Html;
using Xunit;

namespace Vmaf.Tests.Reports.Html;

public sealed class OpeningFactsTests
{
    [Fact]
    public void What_was_done_to_the_videos_is_said_and_nothing_else()
    {
        var options = new ClipPairOptions
        {
            ReferenceSkippedFrames = 1200,
            DistortedSkippedFrames = 1200,
            DistortedStart = TimeSpan.FromSeconds(1.5),
            ResizeDistorted = ResamplingKernel.Lanczos,
            DistortedDecoding = new DecodeOptions { Filters = new Dictionary<VideoFilter, string> { [VideoFilter.Crop] = "1:2:3:4" } },
            ReferenceProcess = video => video,
        };

        Dictionary<string, string?> facts = OpeningFacts.Of(options).Where(fact => fact.Value is not null).ToDictionary();

        Assert.Equal(
            new Dictionary<string, string?>
            {
                ["Skipped frames"] = "1\u202F200",
                ["Start"] = "distorted video: 1.5 s",
                ["Distorted video of another size"] = "scaled to the reference's, lanczos",
                ["Filters"] = "distorted video: crop=1:2:3:4",
                ["Callback on luma"] = "reference: yes",
            },
            facts);
        Assert.All(OpeningFacts.Of(new ClipPairOptions()), fact => Assert.Null(fact.Value));
        Assert.Empty(OpeningFacts.Of(null));
    }
}

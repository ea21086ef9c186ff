using Vmaf.Clips;
using Vmaf.Clips.Golden;
using Vmaf.Engine.Pairs;
using Vmaf.Engine.Video;
using Xunit;

namespace Vmaf.Tests.Golden;

public sealed class GoldenClipTests
{
    public static TheoryData<string> Names => GoldenClip.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void The_generator_still_makes_the_clips_that_were_measured(string name)
    {
        GoldenClip clip = GoldenClip.Load(name);
        Assert.Equal(GoldenRecipes.All.Single(recipe => recipe.Name == name), clip.Record.Recipe);
        Assert.Equal(clip.Record.ReferenceSha256, clip.Record.Recipe.Reference().Sha256());
        Assert.Equal(clip.Record.DistortedSha256, clip.Record.Recipe.Distorted().Sha256());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_metric_has_a_figure_for_every_frame(string name)
    {
        GoldenClip clip = GoldenClip.Load(name);
        Assert.Equal("f85a8536", clip.Record.LibvmafVersion);
        Assert.Equal(4, clip.Record.Models.Count);
        foreach (double[] figures in clip.Record.Models.Values.Append(clip.Record.Features).SelectMany(metrics => metrics.Values))
        {
            Assert.Equal(clip.FrameCount, figures.Length);
            Assert.All(figures, figure => Assert.True(double.IsFinite(figure)));
        }

        Assert.All(clip.Metric("vmaf_v0.6.1", "vmaf"), score => Assert.InRange(score, 0, 100));
        Assert.Equal(clip.Metric("vmaf_v0.6.1", "integer_vif_scale0"), clip.Feature("integer_vif_scale0"));
    }

    [Fact]
    public void A_pair_can_be_read_frame_by_frame()
    {
        GoldenClip clip = GoldenClip.Load("97x83_444_8_blur");
        using ClipPair pair = clip.OpenPair();
        Assert.Equal(clip.Format, pair.Format);
        Assert.Equal(clip.FrameCount, pair.FrameCount);
        VideoFrame frame = VideoFrame.Allocate(pair.Format);
        int count = 0;
        while (pair.Distorted.TryRead(frame, TestContext.Current.CancellationToken))
        {
            count++;
        }

        frame.Release();
        Assert.Equal(clip.FrameCount, count);
    }
}

using Vmaf.Clips;
using Vmaf.Clips.Writing;
using Vmaf.Engine.Video;
using Vmaf.Tests.Video;
using Xunit;

namespace Vmaf.Tests.Clips;

public sealed class SyntheticClipTests
{
    [Theory]
    [CombinatorialFormats]
    public void A_written_clip_reads_back_the_same(VideoFormat format)
    {
        SyntheticClip clip = SyntheticClip.Create(format, 3, seed: 5);
        byte[][] expected = [.. Enumerable.Range(0, 3).Select(index => clip.Frame(index).ToBytes())];
        using var folder = new TemporaryFolder();
        foreach (string name in new[] { "clip.y4m", "clip.yuv" })
        {
            string path = Path.Combine(folder.FullPath, name);
            ClipWriter.Write(clip, path, new FrameRate(25, 1));
            using IFrameSource source = VideoSource.Open(path, new RawVideoHints(format.Width, format.Height, format.Chroma, format.BitDepth));
            Assert.Equal(format, source.Format);
            Assert.Equal(expected, TestVideo.ReadAll(source, TestContext.Current.CancellationToken));
        }

        using var direct = new ClipSource(clip);
        Assert.True(direct.TrySkip(TestContext.Current.CancellationToken));
        Assert.Equal(expected[1..], TestVideo.ReadAll(direct, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Frames_do_not_depend_on_the_order_they_are_made_in()
    {
        var format = new VideoFormat(60, 34, ChromaFormat.Yuv420, 8);
        SyntheticClip forward = SyntheticClip.Create(format, 6, seed: 1);
        SyntheticClip backward = SyntheticClip.Create(format, 6, seed: 1);
        byte[][] ascending = [.. Enumerable.Range(0, 6).Select(index => forward.Frame(index).ToBytes())];
        byte[][] descending = [.. Enumerable.Range(0, 6).Select(index => backward.Frame(5 - index).ToBytes())];
        Assert.Equal(ascending, descending.Reverse());
        Assert.NotEqual(ascending[0], SyntheticClip.Create(format, 6, seed: 2).Frame(0).ToBytes());
    }

    [Theory]
    [InlineData(Degradation.Blur)]
    [InlineData(Degradation.Quantise)]
    [InlineData(Degradation.Noise)]
    [InlineData(Degradation.ContrastBoost)]
    [InlineData(Degradation.Rescale)]
    [InlineData(Degradation.ChromaError)]
    [InlineData(Degradation.DroppedFrame)]
    [InlineData(Degradation.BrightnessShift)]
    public void Every_degradation_changes_pictures_and_keeps_samples_in_range(Degradation degradation)
    {
        foreach (int bitDepth in new[] { 8, 10, 16 })
        {
            SyntheticClip clip = SyntheticClip.Create(new VideoFormat(61, 35, ChromaFormat.Yuv420, bitDepth), 3, seed: 7);
            PlanarFrame original = clip.Frame(2);
            PlanarFrame distorted = clip.Degrade(degradation, 3).Frame(2);
            Assert.NotEqual(original.ToBytes(), distorted.ToBytes());
            Assert.All(distorted.Planes, plane => Assert.True(plane.Max() <= distorted.LargestSample));
            bool isLumaKept = original.Planes[0].AsSpan().SequenceEqual(distorted.Planes[0]);
            Assert.Equal(degradation == Degradation.ChromaError, isLumaKept);
        }
    }
}

using Vmaf.Engine.Decoding;
using Vmaf.Engine.Pairs;
using Vmaf.Engine.Video;
using Vmaf.Tests.Decoding;
using Xunit;

namespace Vmaf.Tests.Video;

public sealed class VideoBitrateTests : IDisposable
{
    private static readonly VideoFormat Small = new(64, 48, ChromaFormat.Yuv420, 8);
    private static readonly double At25 = Small.FrameSizeInBytes * 8 * 25 / 1000.0;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Uncompressed_video_takes_its_samples_whatever_is_made_of_them()
    {
        string deep = _folder.Write("deep.y4m", TestVideo.Y4m("YUV4MPEG2 W64 H48 F25:1 C420p10\n", Small with { BitDepth = 10 }, 4));
        using ClipPair clips = ClipPair.Open(deep, Y4m(), new ClipPairOptions { UseCommonBitDepth = true, DistortedSkippedFrames = 1 });
        Assert.Equal(10, clips.Distorted.Format.BitDepth);
        Assert.Equal(At25, clips.FindDistortedKilobitsPerSecond());
    }

    [Fact]
    public void Raw_video_is_of_the_stated_rate_else_of_the_references()
    {
        string raw = _folder.Write("raw_64x48_yuv420p.yuv", TestVideo.Raw(Small, 4));
        Assert.Equal(At25, Find(Y4m(), raw));
        Assert.Equal(2 * At25, Find(Y4m(), raw, 50));
        Assert.Null(Find(raw, raw));
        Assert.Equal(At25, Find(raw, Y4m(), 50));
    }

    [Fact]
    public void A_video_without_a_reference_has_one_too()
    {
        using IFrameSource video = ClipPair.OpenDistortedAlone(Y4m(), new ClipPairOptions { DistortedSkippedFrames = 1 });
        Assert.Equal(At25, VideoBitrate.Find(video));
    }

    [Fact]
    public void Packets_tell_where_the_file_does_not_whatever_part_is_measured()
    {
        string bare = Ffmpeg.Encode(_folder, "bare.mpg", Small, 10, "-c:v", "mpeg2video", "-f", "mpeg2video");
        double expected = new FileInfo(bare).Length * 8 / 0.4 / 1000;
        string withSound = Path.Combine(_folder.FullPath, "sound.mkv");
        Ffmpeg.Run("-r", "25", "-i", bare, "-f", "lavfi", "-i", "sine=d=4", "-c:a", "pcm_s16le", "-c:v", "mpeg4", withSound);
        using (ClipPair clips = ClipPair.Open(bare, bare, new ClipPairOptions { MaximumFrames = 3, DistortedSkippedFrames = 3, ReferenceSkippedFrames = 3 }))
        {
            Assert.Equal(expected, clips.FindDistortedKilobitsPerSecond()!.Value, 6);
        }

        if (!OperatingSystem.IsWindows())
        {
            string link = File.CreateSymbolicLink(Path.Combine(_folder.FullPath, "link.mpg"), bare).FullName;
            using ClipPair linked = ClipPair.Open(link, link, new ClipPairOptions { MaximumFrames = 3 });
            Assert.Equal(expected, linked.FindDistortedKilobitsPerSecond()!.Value, 6);
        }

        using IFrameSource video = VideoSource.Open(withSound);
        double alone = new FileInfo(withSound).Length * 8 / 0.4 / 1000;
        Assert.InRange(VideoBitrate.Find(video)!.Value, 1, alone - (4 * 44100 * 16 / 0.4 / 1000));
        File.Delete(withSound);
        Assert.Null(VideoBitrate.Find(video));
    }

    [Fact]
    public void Raw_video_that_is_filtered_takes_its_samples()
    {
        string raw = _folder.Write("raw_64x48_yuv420p.yuv", TestVideo.Raw(Small, 4));
        _ = Ffmpeg.Tools;
        using IFrameSource video = VideoSource.Open(raw, null, new DecodeOptions { Size = new PictureSize(32, 24) });
        Assert.Equal(At25, VideoBitrate.Find(video, 25));
    }

    private static double? Find(string reference, string distorted, double? framesPerSecond = null)
    {
        using ClipPair clips = ClipPair.Open(reference, distorted, new ClipPairOptions { FramesPerSecond = framesPerSecond });
        return clips.FindDistortedKilobitsPerSecond();
    }

    private string Y4m() => _folder.Write("clip.y4m", TestVideo.Y4m("YUV4MPEG2 W64 H48 F25:1 C420jpeg\n", Small, 4));
}

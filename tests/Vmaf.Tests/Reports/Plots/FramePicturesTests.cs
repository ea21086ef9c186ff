using Vmaf.Clips;
using Vmaf.Clips.Writing;
using Vmaf.Engine.Pairs;
using Vmaf.Engine.Reports.Plots;
using Vmaf.Engine.Video;
using Vmaf.Tests.Video;
using Xunit;

namespace Vmaf.Tests.Reports.Plots;

public sealed class FramePicturesTests
{
    /// <summary>Primaries as ITU-R BT.601 and BT.709 code them, rounded to whole steps: hence the tolerance.</summary>
    [Theory]
    [InlineData(360, ColorRange.Unspecified, 16, 128, 128, 0, 0, 0)]
    [InlineData(360, ColorRange.Limited, 235, 128, 128, 255, 255, 255)]
    [InlineData(360, ColorRange.Limited, 81, 90, 240, 255, 0, 0)]
    [InlineData(360, ColorRange.Limited, 145, 54, 34, 0, 255, 0)]
    [InlineData(720, ColorRange.Limited, 63, 102, 240, 255, 0, 0)]
    [InlineData(720, ColorRange.Limited, 32, 240, 118, 0, 0, 255)]
    [InlineData(360, ColorRange.Full, 76, 85, 255, 254, 0, 0)]
    [InlineData(360, ColorRange.Full, 0, 128, 128, 0, 0, 0)]
    [InlineData(360, ColorRange.Full, 255, 128, 128, 255, 255, 255)]
    public void Colours_are_those_of_the_standards(int height, ColorRange range, byte luma, byte cb, byte cr, int red, int green, int blue)
    {
        var format = new VideoFormat(16, height, ChromaFormat.Yuv420, 8);

        FramePictures pictures = Shrink(format, [luma, cb, cr], [luma, cb, cr], range, 4, 4);

        Assert.InRange(pictures.Distorted.Samples[0], red - 2, red + 2);
        Assert.InRange(pictures.Distorted.Samples[1], green - 2, green + 2);
        Assert.InRange(pictures.Distorted.Samples[2], blue - 2, blue + 2);
    }

    [Theory]
    [InlineData(ChromaFormat.Yuv400, 8)]
    [InlineData(ChromaFormat.Yuv420, 8)]
    [InlineData(ChromaFormat.Yuv422, 10)]
    [InlineData(ChromaFormat.Yuv444, 16)]
    public void Frames_of_every_format_fit_the_box_and_equal_ones_differ_nowhere(ChromaFormat chroma, int bitDepth)
    {
        int middle = 128 << (bitDepth - 8);

        FramePictures pictures = Shrink(new VideoFormat(33, 17, chroma, bitDepth), [middle, middle, middle], [middle, middle, middle], ColorRange.Full, 20, 20);

        Assert.Equal((20, 10), (pictures.Reference.Width, pictures.Reference.Height));
        Assert.All(pictures.Reference.Samples, sample => Assert.Equal(128, sample));
        Assert.All(pictures.Difference.Samples, sample => Assert.Equal(0, sample));
        Assert.Equal(16, pictures.Amplification);
    }

    [Theory]
    [InlineData(101, 100, 100, 16, 16, 16, 16)]
    [InlineData(160, 100, 100, 4, 240, 240, 240)]
    [InlineData(100, 110, 100, 16, 0, 0, 160)]
    [InlineData(100, 100, 90, 16, 160, 0, 0)]
    public void Differences_are_amplified_as_far_as_they_can_be_told_apart(
        int luma, int cb, int cr, int amplification, int red, int green, int blue)
    {
        FramePictures pictures = Shrink(new VideoFormat(8, 8, ChromaFormat.Yuv420, 8), [100, 100, 100], [luma, cb, cr], ColorRange.Full, 8, 8);

        Assert.Equal(amplification, pictures.Amplification);
        Assert.Equal([(byte)red, (byte)green, (byte)blue], pictures.Difference.Samples[..3]);
    }

    [Fact]
    public void Differences_in_detail_show_where_means_agree()
    {
        var format = new VideoFormat(64, 64, ChromaFormat.Yuv400, 8);
        VideoFrame flat = VideoFrame.Allocate(format);
        VideoFrame checkered = VideoFrame.Allocate(format);
        for (int y = 0; y < 64; y++)
        {
            for (int x = 0; x < 64; x++)
            {
                flat.Luma.RowBytes(y)[x] = 100;
                checkered.Luma.RowBytes(y)[x] = (byte)(100 + ((x + y) % 2 == 0 ? 10 : -10));
            }
        }

        FramePictures pictures = FramePictures.Shrink(flat, checkered, ColorRange.Full, ColorRange.Full, 8, 8);

        Assert.Equal(pictures.Reference.Samples, pictures.Distorted.Samples);
        Assert.All(pictures.Difference.Samples, sample => Assert.Equal(10 * pictures.Amplification, sample));
        flat.Release();
        checkered.Release();
    }

    [Fact]
    public void Coloured_pictures_survive_as_PNG()
    {
        var picture = new RgbPicture(13, 7);
        for (int pixel = 0; pixel < 13 * 7; pixel++)
        {
            picture.Set(pixel, pixel * 3, 255 - pixel, pixel * pixel % 256);
        }

        PngPicture read = PngPicture.Read(PngEncoder.Encode(picture));

        Assert.Equal((13, 7), (read.Width, read.Height));
        Assert.Equal(picture.Samples, read.Samples);
    }

    [Fact]
    public void Frames_of_a_pair_are_found_behind_skipped_ones_and_say_their_range()
    {
        using var folder = new TemporaryFolder();
        var clip = SyntheticClip.Create(new VideoFormat(64, 48, ChromaFormat.Yuv420, 8), 6, 2);
        string path = Path.Combine(folder.FullPath, "clip.y4m");
        ClipWriter.Write(clip, path, new FrameRate(25, 1));
        using var clips = ClipPair.Open(
            path, path, new ClipPairOptions { ReferenceSkippedFrames = 2, WatchesDifferences = true, WatchesOffset = true }, TestContext.Current.CancellationToken);

        IReadOnlyDictionary<int, FramePictures> pictures = FramePictureReader.Read(clips, [3, 0, 99], TestContext.Current.CancellationToken);

        Assert.Equal([0, 3], pictures.Keys.Order());
        Assert.NotEqual(pictures[0].Reference.Samples, pictures[0].Distorted.Samples);
        Assert.Equal(64, pictures[3].Distorted.Width);
        Assert.Equal(new FrameRate(25, 1), clips.FrameRate);
    }

    [Theory]
    [InlineData(" XCOLORRANGE=FULL", ColorRange.Full)]
    [InlineData(" XCOLORRANGE=LIMITED", ColorRange.Limited)]
    [InlineData("", ColorRange.Unspecified)]
    public void The_range_is_what_the_file_says_however_it_is_wrapped(string tag, ColorRange expected)
    {
        byte[] file = [.. System.Text.Encoding.ASCII.GetBytes($"YUV4MPEG2 W2 H2 F25:1 Cmono{tag}\nFRAME\n"), 1, 2, 3, 4];
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.FullPath, "clip.y4m");
        File.WriteAllBytes(path, file);
        var options = new ClipPairOptions { MaximumFrames = 1, WatchesDifferences = true, WatchesOffset = true };
        using var clips = ClipPair.Open(path, path, options, TestContext.Current.CancellationToken);

        Assert.Equal(expected, clips.Reference.ColorRange);
        using var deeper = new BitDepthConverter(VideoSource.Open(path, cancellationToken: TestContext.Current.CancellationToken), 10);
        Assert.Equal(expected, deeper.ColorRange);
    }

    private static FramePictures Shrink(VideoFormat format, int[] reference, int[] distorted, ColorRange range, int width, int height)
    {
        VideoFrame first = Filled(format, reference);
        VideoFrame second = Filled(format, distorted);
        try
        {
            return FramePictures.Shrink(first, second, range, range, width, height);
        }
        finally
        {
            first.Release();
            second.Release();
        }
    }

    private static VideoFrame Filled(VideoFormat format, int[] samples)
    {
        VideoFrame frame = VideoFrame.Allocate(format);
        for (int plane = 0; plane < format.PlaneCount; plane++)
        {
            for (int y = 0; y < format.PlaneHeight(plane); y++)
            {
                if (format.BytesPerSample == 1)
                {
                    frame.Plane(plane).RowBytes(y).Fill((byte)samples[plane]);
                }
                else
                {
                    frame.Plane(plane).RowWords(y).Fill((ushort)samples[plane]);
                }
            }
        }

        return frame;
    }
}

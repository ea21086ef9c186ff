using Vmaf.Engine.Errors;
using Vmaf.Engine.Features;
using Vmaf.Engine.Pairs;
using Vmaf.Engine.Scoring;
using Vmaf.Engine.Video;
using Vmaf.Tests.Video;
using Xunit;

namespace Vmaf.Tests.Scoring;

/// <summary>Chroma that no feature looks at is not read from files.</summary>
public sealed class LumaOnlyTests : IDisposable
{
    private const int Frames = 3;

    private readonly TemporaryFolder _folder = new();

    /// <summary>Extractors that say they look at luma alone, and what makes another one do so.</summary>
    public static TheoryData<string> LumaExtractors =>
    [
        .. FeatureRegistry.Extractors.Where(definition => !definition.NeedsChroma(FeatureOptionSet.Parse(definition))).Select(definition => definition.Name),
        "psnr=enable_chroma=false",
    ];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(LumaExtractors))]
    public void Features_of_luma_are_the_same_whatever_chroma_is_and_whether_it_is_read(string extractor)
    {
        var format = new VideoFormat(257, 195, ChromaFormat.Yuv422, 10);
        string reference = File("reference.yuv", format, chromaSeed: 1, firstFrame: 0);
        string distorted = File("distorted.yuv", format, chromaSeed: 2, firstFrame: 1);
        string otherChroma = File("other.yuv", format, chromaSeed: 3, firstFrame: 1);

        double[] fromFiles = Measure(extractor, Open(reference, format), Open(distorted, format));

        Assert.NotEmpty(fromFiles);
        Assert.Equal(fromFiles, Measure(extractor, Open(reference, format), Open(otherChroma, format)));
        Assert.Equal(fromFiles, Measure(extractor, InMemory(reference, format), InMemory(distorted, format)));
    }

    [Theory]
    [InlineData("float_motion=motion_add_uv=true")]
    [InlineData("psnr")]
    [InlineData("speed_chroma")]
    public void Chroma_that_an_option_asks_for_is_read(string extractor)
    {
        // A size of its own: memory that other tests gave back may hold the very chroma that is missed.
        var format = new VideoFormat(301, 203, ChromaFormat.Yuv422, 10);
        string reference = File("reference.yuv", format, chromaSeed: 1, firstFrame: 0);
        string distorted = File("distorted.yuv", format, chromaSeed: 2, firstFrame: 1);

        double[] fromFiles = Measure(extractor, Open(reference, format), Open(distorted, format));

        Assert.Equal(Measure(extractor, InMemory(reference, format), InMemory(distorted, format)), fromFiles);
    }

    [Fact]
    public void Chroma_is_not_read_from_a_file_where_nobody_looks_at_it()
    {
        var format = new VideoFormat(64, 64, ChromaFormat.Yuv420, 8);
        using IFrameSource source = Open(File("a.yuv", format, chromaSeed: 1, firstFrame: 0), format);
        using var pool = new FramePool(format, 1, isLumaOnly: true);
        VideoFrame frame = pool.Rent(TestContext.Current.CancellationToken);
        PlaneView chroma = frame.Plane(1);
        chroma.RowBytes(0).Fill(77);

        Assert.True(source.TryRead(frame, TestContext.Current.CancellationToken));

        Assert.Equal(TestVideo.PackedFrame(format, 0)[..64], frame.Luma.RowBytes(0).ToArray());
        Assert.All(chroma.RowBytes(0).ToArray(), sample => Assert.Equal(77, sample));
        Assert.True(source.TryRead(frame, TestContext.Current.CancellationToken));
        Assert.Equal(TestVideo.PackedFrame(format, 1)[..64], frame.Luma.RowBytes(0).ToArray());
        frame.Release();
    }

    [Fact]
    public void Nor_is_it_raised_to_a_greater_bit_depth()
    {
        var format = new VideoFormat(64, 64, ChromaFormat.Yuv420, 8);
        using var source = new BitDepthConverter(Open(File("a.yuv", format, chromaSeed: 1, firstFrame: 0), format), 10);
        using var pool = new FramePool(source.Format, 1, isLumaOnly: true);
        VideoFrame frame = pool.Rent(TestContext.Current.CancellationToken);
        PlaneView chroma = frame.Plane(1);
        chroma.RowBytes(0).Fill(77);

        Assert.True(source.TryRead(frame, TestContext.Current.CancellationToken));

        Assert.Equal(TestVideo.PackedFrame(format, 0)[..64].Select(sample => (ushort)(sample << 2)), frame.Luma.RowWords(0).ToArray());
        Assert.All(chroma.RowBytes(0).ToArray(), sample => Assert.Equal(77, sample));
        frame.Release();
    }

    [Fact]
    public void A_watcher_sees_all_planes()
    {
        var format = new VideoFormat(64, 64, ChromaFormat.Yuv420, 8);
        byte[] seen = [];
        using var source = new WatchedSource(
            Open(File("a.yuv", format, chromaSeed: 1, firstFrame: 0), format), frame => seen = TestVideo.Pack(frame), () => { }, () => { });
        using var pool = new FramePool(format, 1, isLumaOnly: true);
        VideoFrame frame = pool.Rent(TestContext.Current.CancellationToken);

        Assert.True(source.TryRead(frame, TestContext.Current.CancellationToken));

        Assert.Equal(System.IO.File.ReadAllBytes(Path.Combine(_folder.FullPath, "a.yuv"))[..seen.Length], seen);
        frame.Release();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1000)]
    public void A_file_that_ends_within_chroma_is_truncated_all_the_same(int missing)
    {
        var format = new VideoFormat(64, 64, ChromaFormat.Yuv420, 8);
        byte[] header = System.Text.Encoding.ASCII.GetBytes("YUV4MPEG2 W64 H64 F25:1 C420jpeg\n");
        byte[] whole = [.. header, .. "FRAME\n"u8, .. TestVideo.PackedFrame(format, 0)];
        string path = _folder.Write("cut.y4m", whole[..^missing]);

        TestVideo.Fails(VmafErrorIds.TruncatedFrame, () =>
        {
            using IFrameSource source = VideoSource.Open(path, cancellationToken: TestContext.Current.CancellationToken);
            using var pool = new FramePool(format, 1, isLumaOnly: true);
            source.TryRead(pool.Rent(TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        });
    }

    private static double[] Measure(string extractor, IFrameSource reference, IFrameSource distorted)
    {
        var options = new ScoringOptions { Features = [FeatureRequestParser.Parse(extractor)] };
        using ClipPair pair = new(reference, distorted);
        QualityResult result = QualityScorer.Score(pair, options, TestContext.Current.CancellationToken);
        return [.. result.Frames.SelectMany(frame => result.Names.All.Select(metric => frame.Metrics[metric]!.Value))];
    }

    private static IFrameSource Open(string path, VideoFormat format) =>
        VideoSource.Open(path, Hints(format), cancellationToken: TestContext.Current.CancellationToken);

    private static IFrameSource InMemory(string path, VideoFormat format) =>
        VideoSource.Open(new MemoryStream(System.IO.File.ReadAllBytes(path)), path, Hints(format));

    private static RawVideoHints Hints(VideoFormat format) => new(format.Width, format.Height, format.Chroma, format.BitDepth);

    private string File(string name, VideoFormat format, int chromaSeed, int firstFrame)
    {
        int lumaBytes = format.Width * format.Height * format.BytesPerSample;
        byte[] bytes =
        [
            .. Enumerable.Range(firstFrame, Frames).SelectMany(frame =>
                TestVideo.PackedFrame(format, frame)[..lumaBytes].Concat(TestVideo.PackedFrame(format, frame + (100 * chromaSeed))[lumaBytes..])),
        ];
        return _folder.Write(name, bytes);
    }
}

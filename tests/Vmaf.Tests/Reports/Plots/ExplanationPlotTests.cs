using System.Text;
using System.Xml.Linq;
using Vmaf.Clips;
using Vmaf.Clips.Writing;
using Vmaf.Engine.Explanation;
using Vmaf.Engine.Reports.Plots;
using Vmaf.Engine.Video;
using Vmaf.Tests.Explanation;
using Vmaf.Tests.Video;
using Xunit;

namespace Vmaf.Tests.Reports.Plots;

public sealed class ExplanationPlotTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";
    private static readonly XNamespace Link = "http://www.w3.org/1999/xlink";

    [Fact]
    public void A_plot_names_all_features_with_their_figures()
    {
        FrameExplanation explanation = Explain();

        XElement plot = Draw([new PlottedFrame("a <clip> & more.y4m", explanation, Picture(8, 500, 300))]);

        string[] texts = [.. plot.Descendants(Svg + "text").Select(text => text.Value)];
        Assert.Contains("a <clip> & more.y4m, frame 3: VMAF 55.5", texts);
        Assert.Contains("integer_adm2", texts);
        Assert.Contains("integer_motion2", texts);
        Assert.Contains("0.700", texts);
        Assert.Contains("4.5", texts);
        Assert.Equal(4 * 2, plot.Descendants(Svg + "rect").Count(bar => (string?)bar.Attribute("class") != "paper"));
        Assert.All(
            plot.Descendants(Svg + "rect"), bar => Assert.True((double)bar.Attribute("width")! >= 0 && (double)bar.Attribute("height")! >= 0));
        Assert.StartsWith("data:image/png;base64,", (string?)plot.Descendants(Svg + "image").Single().Attribute(Link + "href"), StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_lies_within_the_drawing()
    {
        XElement plot = Draw([.. Enumerable.Range(0, 3).Select(_ => new PlottedFrame(string.Empty, Explain(), null))]);

        double width = (double)plot.Attribute("width")!;
        double height = (double)plot.Attribute("height")!;
        foreach (XElement item in plot.Descendants().Where(item => item.Attribute("x") is not null))
        {
            Assert.InRange((double)item.Attribute("x")! + ((double?)item.Attribute("width") ?? 0), 0, width);
            Assert.InRange((double)item.Attribute("y")! + ((double?)item.Attribute("height") ?? 0), 0, height);
        }

        Assert.Empty(plot.Descendants(Svg + "image"));
    }

    [Theory]
    [InlineData(8, 500, 300, 240, 144)]
    [InlineData(10, 500, 300, 240, 144)]
    [InlineData(8, 7, 5, 7, 5)]
    [InlineData(8, 1000, 1, 240, 1)]
    public void A_picture_fits_its_box_and_survives_as_PNG(int bitDepth, int width, int height, int expectedWidth, int expectedHeight)
    {
        GrayPicture picture = Picture(bitDepth, width, height);

        byte[] png = PngEncoder.Encode(picture);

        Assert.Equal((expectedWidth, expectedHeight), (picture.Width, picture.Height));
        PngPicture read = PngPicture.Read(png);
        Assert.Equal((expectedWidth, expectedHeight), (read.Width, read.Height));
        Assert.Equal(picture.Samples, read.Samples);
    }

    [Fact]
    public void Frames_of_a_video_are_found_behind_skipped_ones()
    {
        using var folder = new TemporaryFolder();
        var clip = SyntheticClip.Create(new VideoFormat(64, 48, ChromaFormat.Yuv420, 8), 6, 2);
        string path = Path.Combine(folder.FullPath, "clip.y4m");
        ClipWriter.Write(clip, path, new FrameRate(25, 1));

        IReadOnlyDictionary<int, GrayPicture> pictures = ThumbnailReader.Read(path, null, 1, [4, 0, 99], TestContext.Current.CancellationToken);

        Assert.Equal([0, 4], pictures.Keys.Order());
        Assert.Equal(clip.Frame(1).Planes[0].Select(sample => (byte)sample), pictures[0].Samples);
        Assert.Equal(clip.Frame(5).Planes[0].Select(sample => (byte)sample), pictures[4].Samples);
    }

    private static FrameExplanation Explain() =>
        new ScoreExplainer(
            SyntheticModel.Linear([("VMAF_integer_feature_adm2_score", 0.6), ("VMAF_integer_feature_motion2_score", 0.2)]),
            new LocalExplainerOptions { NeighborCount = 50, RidgeAlpha = 0 })
            .Explain([new FrameFeatures(3, [0.7, 4])], cancellation: TestContext.Current.CancellationToken)[0];

    private static XElement Draw(IReadOnlyList<PlottedFrame> frames)
    {
        using var stream = new MemoryStream();
        ExplanationPlot.Write(frames, stream);
        return XElement.Parse(Encoding.UTF8.GetString(stream.ToArray()).TrimStart('\uFEFF'));
    }

    private static GrayPicture Picture(int bitDepth, int width, int height)
    {
        VideoFrame frame = VideoFrame.Allocate(new VideoFormat(width, height, ChromaFormat.Yuv400, bitDepth));
        try
        {
            for (int y = 0; y < height; y++)
            {
                Span<byte> row = frame.Luma.RowBytes(y);
                for (int x = 0; x < row.Length; x++)
                {
                    row[x] = (byte)((bitDepth > 8 && x % 2 == 1) ? (x + y) % 4 : (x * 5) + (y * 3));
                }
            }

            return GrayPicture.Shrink(frame.Luma, 240, 180);
        }
        finally
        {
            frame.Release();
        }
    }
}

using System.Globalization;
using System.Text.Json;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Features;
using Vmaf.Engine.Video;
using Xunit;

namespace Vmaf.Tests.Features.Motion;

[Trait("Suite", "Kernel")]
public sealed class MotionFeatureTests
{
    private static readonly VideoFormat SmallFormat = new(34, 18, ChromaFormat.Yuv420, 8);

    public static TheoryData<string> GoldenRows => [.. MotionGolden.Rows.Split('\n').Select(row => row.Trim())];

    public static TheoryData<string> GoldenFiles =>
        SharedData.Available
            ? [.. Directory.GetFiles(SharedData.Golden(string.Empty), "*.json").Select(path => Path.GetFileName(path)).Order()]
            : ["none"];

    [Theory]
    [MemberData(nameof(GoldenRows))]
    public void Small_clips_give_libvmafs_bits(string row)
    {
        string[] words = row.Split(' ');
        int[] numbers = [.. words[..4].Select(word => int.Parse(word, CultureInfo.InvariantCulture))];
        double[] expected = [.. words[6..].Select(word => double.Parse(word, CultureInfo.InvariantCulture))];
        var format = new VideoFormat(numbers[0], numbers[1], ChromaFormat.Yuv420, numbers[2]);

        var run = MotionRun.Over(format, SyntheticLuma.Frames(format, numbers[3]), words[4]);

        Assert.Equal(expected, run.Values(words[5]));
    }

    [Theory]
    [MemberData(nameof(GoldenFiles))]
    public void Real_clips_give_libvmafs_bits(string goldenFile)
    {
        Assert.SkipUnless(SharedData.Available, SharedData.Missing);
        using var golden = JsonDocument.Parse(File.ReadAllText(SharedData.Golden(goldenFile)));
        JsonElement pair = golden.RootElement;
        JsonElement frames = pair.GetProperty("features").GetProperty("integer_core").GetProperty("frames");
        string[] features = ["VMAF_integer_feature_motion_sad_score", "integer_motion", "integer_motion2", "integer_motion3"];
        (VideoFormat format, VideoFrame[] reference) = ReadReference(pair, frames.GetArrayLength());

        var run = MotionRun.Over(format, reference, "debug=true");

        foreach (string feature in features)
        {
            Assert.Equal(frames.EnumerateArray().Select(frame => frame.GetProperty(feature).GetDouble()), run.Values(feature));
        }
    }

    [Fact]
    public void Variants_share_measurements_and_give_what_they_give_alone()
    {
        string[] variants = ["", "mbf=0.5", "mffw=true", "mma=true:mffw=true", "force_0=true", "debug=true:mmxv=5"];
        VideoFrame[] Frames() => SyntheticLuma.Frames(SmallFormat, 6);

        var together = MotionRun.Over(SmallFormat, Frames(), variants);

        foreach (string variant in variants)
        {
            var alone = MotionRun.Over(SmallFormat, Frames(), variant);
            Assert.All(alone.FeatureNames, name => Assert.Equal(alone.Values(name), together.Values(name)));
        }
    }

    [Fact]
    public void Variants_of_the_same_window_are_measured_once()
    {
        Assert.Equal((1, 1), Needs("", "mbf=0.5", "mma=true"));
        Assert.Equal((2, 2), Needs("", "mffw=true", "mffw=true:mma=true"));
        Assert.Equal((1, 2), Needs("mffw=true"));
        Assert.Equal((0, 0), Needs("force_0=true"));

        static (int Measurements, int History) Needs(params string[] variants)
        {
            FeatureExtractorDefinition definition = FeatureRegistry.GetByName("motion");
            using IFeatureExtractor extractor = definition.Create(
                SmallFormat,
                [.. variants.Select(text => OptionText.Parse(definition, text))]);
            Assert.True(extractor.NeedsEveryFrame);
            return (extractor.MeasurementCount, extractor.HistoryLength);
        }
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("motion_five_frame_window=true", 2)]
    public void Values_are_written_as_soon_as_the_frames_they_need_are_there(string options, int framesBack)
    {
        var run = MotionRun.Over(SmallFormat, SyntheticLuma.Frames(SmallFormat, 8), options);

        foreach ((int frame, string feature, int framesCollected) in run.Writes)
        {
            int needed = feature switch
            {
                _ when feature.Contains("motion3", StringComparison.Ordinal) => Math.Max(frame + 1, framesBack),
                _ when feature.Contains("motion2", StringComparison.Ordinal) => frame < framesBack ? frame : frame + 1,
                _ => frame,
            };
            Assert.Equal(Math.Min(needed + 1, 8), framesCollected);
        }
    }

    [Fact]
    public void No_frames_give_no_values() => Assert.Empty(MotionRun.Over(SmallFormat, []).Writes);

    [Theory]
    [InlineData("motion_blend_factor", "1.5")]
    [InlineData("motion_blend_offset", "-1")]
    [InlineData("motion_fps_weight", "6")]
    [InlineData("motion_max_val", "10001")]
    [InlineData("motion_force_zero", "yes")]
    public void Values_out_of_range_are_refused(string option, string value)
    {
        var error = Assert.Throws<VmafException>(
            () => FeatureOptionSet.Parse(FeatureRegistry.GetByName("motion"), [KeyValuePair.Create(option, value)]));
        Assert.Equal(VmafErrorIds.OptionInvalid, error.ErrorId);
    }

    /// <summary>Reads the frames of a raw or y4m clip; chroma stays empty.</summary>
    private static (VideoFormat Format, VideoFrame[] Frames) ReadReference(JsonElement pair, int frameCount)
    {
        string pixelFormat = pair.GetProperty("pixel_format").GetString()!;
        ChromaFormat chroma = pixelFormat switch
        {
            "444" => ChromaFormat.Yuv444,
            "422" => ChromaFormat.Yuv422,
            _ => ChromaFormat.Yuv420,
        };
        var format = new VideoFormat(
            pair.GetProperty("width").GetInt32(), pair.GetProperty("height").GetInt32(), chroma, pair.GetProperty("bitdepth").GetInt32());
        byte[] bytes = File.ReadAllBytes(SharedData.Clip(pair.GetProperty("reference").GetString()!));
        bool isY4m = pixelFormat == "y4m";
        int frameHeader = isY4m ? "FRAME\n".Length : 0;
        int position = isY4m ? Array.IndexOf(bytes, (byte)'\n') + 1 : 0;
        var frames = new VideoFrame[frameCount];
        for (int index = 0; index < frameCount; index++)
        {
            position += frameHeader;
            frames[index] = VideoFrame.Allocate(format);
            for (int y = 0; y < format.Height; y++)
            {
                Span<byte> row = frames[index].Luma.RowBytes(y);
                bytes.AsSpan(position + (y * row.Length), row.Length).CopyTo(row);
            }

            position += (int)format.FrameSizeInBytes;
        }

        return (format, frames);
    }
}

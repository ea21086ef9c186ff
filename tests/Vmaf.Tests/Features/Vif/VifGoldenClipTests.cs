using System.Text.Json;
using Vmaf.Engine.Features;
using Vmaf.Engine.Features.Vif;
using Vmaf.Engine.Simd;
using Vmaf.Engine.Video;
using Xunit;

namespace Vmaf.Tests.Features.Vif;

/// <summary>Every frame of the shared clips equals libvmaf's plain C path to the last bit.</summary>
[Trait("Suite", "Kernel")]
public sealed class VifGoldenClipTests
{
    public static TheoryData<string> Pairs() =>
        SharedData.Available
            ? [.. Directory.EnumerateFiles(SharedData.Golden(string.Empty), "*.json").Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)]
            : ["none"];

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Every_frame_equals(string golden)
    {
        Assert.SkipUnless(SharedData.Available, SharedData.Missing);
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(SharedData.Golden(golden)));
        JsonElement pair = document.RootElement;
        JsonElement frames = pair.GetProperty("features").GetProperty("integer_core").GetProperty("frames");
        var format = new VideoFormat(
            pair.GetProperty("width").GetInt32(),
            pair.GetProperty("height").GetInt32(),
            ChromaFormat.Yuv400,
            pair.GetProperty("bitdepth").GetInt32());
        using var reference = new LumaClip(pair.GetProperty("reference").GetString()!, pair.GetProperty("pixel_format").ToString(), format);
        using var distorted = new LumaClip(pair.GetProperty("distorted").GetString()!, pair.GetProperty("pixel_format").ToString(), format);
        using var extractor = (VifExtractor)VifMeasurement.Definition.Create(format, [VifMeasurement.Options(("debug", "true"))]);
        using IFeatureWorker worker = extractor.CreateWorker(SimdTiers.Current);
        foreach (JsonElement frame in frames.EnumerateArray())
        {
            reference.ReadNext();
            distorted.ReadNext();
            Dictionary<string, double> actual = VifMeasurement.Measure(extractor, worker, reference.Frame, distorted.Frame);
            foreach (JsonProperty feature in frame.EnumerateObject().Where(feature => feature.Name.StartsWith("integer_vif", StringComparison.Ordinal)))
            {
                Assert.Equal(feature.Value.GetDouble(), actual[feature.Name]);
            }

            Assert.Equal(15, actual.Count);
        }
    }

    /// <summary>Reads the luma plane of raw and y4m clips; chroma is passed over.</summary>
    private sealed class LumaClip : IDisposable
    {
        private readonly FileStream _stream;
        private readonly int _chromaBytes;
        private readonly bool _isY4m;

        public LumaClip(string name, string pixelFormat, VideoFormat format)
        {
            _stream = File.OpenRead(SharedData.Clip(name));
            _isY4m = pixelFormat == "y4m";
            ChromaFormat chroma = pixelFormat switch
            {
                "422" => ChromaFormat.Yuv422,
                "444" => ChromaFormat.Yuv444,
                _ => ChromaFormat.Yuv420,
            };
            _chromaBytes = (int)((format with { Chroma = chroma }).FrameSizeInBytes - format.FrameSizeInBytes);
            Frame = VideoFrame.Allocate(format);
            if (_isY4m)
            {
                SkipLine();
            }
        }

        public VideoFrame Frame { get; }

        public void ReadNext()
        {
            if (_isY4m)
            {
                SkipLine();
            }

            for (int y = 0; y < Frame.Format.Height; y++)
            {
                _stream.ReadExactly(Frame.Luma.RowBytes(y));
            }

            _stream.Position += _chromaBytes;
        }

        public void Dispose()
        {
            _stream.Dispose();
            Frame.Release();
        }

        private void SkipLine()
        {
            while (_stream.ReadByte() != '\n')
            {
                // On to the end of the line.
            }
        }
    }
}

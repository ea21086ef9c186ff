using System.Text.Json;
using Vmaf.Engine.Video;

namespace Vmaf.Tests.Features.Adm;

/// <summary>The luma planes of a pair of clips that golden figures were measured on; reads raw files, and y4m without frame parameters.</summary>
internal sealed class GoldenClip : IDisposable
{
    private const int Y4mFrameHeaderLength = 6;

    private readonly byte[] _reference;
    private readonly byte[] _distorted;
    private readonly long _frameSize;
    private readonly int _headerLength;
    private readonly int _frameHeaderLength;

    public GoldenClip(JsonElement golden)
    {
        int width = golden.GetProperty("width").GetInt32();
        int height = golden.GetProperty("height").GetInt32();
        int depth = golden.GetProperty("bitdepth").GetInt32();
        ChromaFormat chroma = golden.GetProperty("pixel_format").GetString() switch
        {
            "422" => ChromaFormat.Yuv422,
            "444" => ChromaFormat.Yuv444,
            _ => ChromaFormat.Yuv420,
        };
        _frameSize = new VideoFormat(width, height, chroma, depth).FrameSizeInBytes;
        Format = new VideoFormat(width, height, ChromaFormat.Yuv400, depth);
        Reference = VideoFrame.Allocate(Format);
        Distorted = VideoFrame.Allocate(Format);
        string reference = golden.GetProperty("reference").GetString()!;
        _reference = File.ReadAllBytes(SharedData.Clip(reference));
        _distorted = File.ReadAllBytes(SharedData.Clip(golden.GetProperty("distorted").GetString()!));
        if (reference.EndsWith(".y4m", StringComparison.Ordinal))
        {
            _headerLength = Array.IndexOf(_reference, (byte)'\n') + 1;
            _frameHeaderLength = Y4mFrameHeaderLength;
        }
    }

    public VideoFormat Format { get; }

    public VideoFrame Reference { get; }

    public VideoFrame Distorted { get; }

    public void Read(int frame)
    {
        Copy(_reference, frame, Reference.Luma);
        Copy(_distorted, frame, Distorted.Luma);
    }

    public void Dispose()
    {
        Reference.Release();
        Distorted.Release();
    }

    private void Copy(byte[] clip, int frame, PlaneView plane)
    {
        long offset = _headerLength + ((_frameSize + _frameHeaderLength) * frame) + _frameHeaderLength;
        int rowBytes = plane.Width * plane.BytesPerSample;
        for (int y = 0; y < plane.Height; y++)
        {
            clip.AsSpan((int)offset + (y * rowBytes), rowBytes).CopyTo(plane.RowBytes(y));
        }
    }
}

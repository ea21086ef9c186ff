using System.Text;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Video;
using Xunit;

namespace Vmaf.Tests.Video;

/// <summary>Bytes of small videos, and shorthands to read them.</summary>
internal static class TestVideo
{
    public static byte[] PackedFrame(VideoFormat format, int frameNumber)
    {
        var random = new Random(frameNumber + 1);
        byte[] bytes = new byte[format.FrameSizeInBytes];
        random.NextBytes(bytes);
        if (format.BytesPerSample == 2)
        {
            for (int high = 1; high < bytes.Length; high += 2)
            {
                bytes[high] &= (byte)((1 << (format.BitDepth - 8)) - 1);
            }
        }

        return bytes;
    }

    public static byte[] Raw(VideoFormat format, int frameCount) =>
        [.. Enumerable.Range(0, frameCount).SelectMany(frame => PackedFrame(format, frame))];

    public static byte[] Y4m(string header, VideoFormat format, int frameCount, string frameHeader = "FRAME\n") =>
    [
        .. Encoding.ASCII.GetBytes(header),
        .. Enumerable.Range(0, frameCount).SelectMany(frame => Encoding.ASCII.GetBytes(frameHeader).Concat(PackedFrame(format, frame))),
    ];

    /// <summary>The samples of a frame as a file would hold them.</summary>
    public static byte[] Pack(VideoFrame frame)
    {
        var packed = new List<byte>();
        for (int plane = 0; plane < frame.Format.PlaneCount; plane++)
        {
            PlaneView view = frame.Plane(plane);
            for (int y = 0; y < view.Height; y++)
            {
                packed.AddRange(view.RowBytes(y));
            }
        }

        return [.. packed];
    }

    public static List<byte[]> ReadAll(IFrameSource source, CancellationToken cancellationToken = default)
    {
        var frames = new List<byte[]>();
        VideoFrame frame = VideoFrame.Allocate(source.Format);
        try
        {
            while (source.TryRead(frame, cancellationToken))
            {
                frames.Add(Pack(frame));
            }
        }
        finally
        {
            frame.Release();
        }

        return frames;
    }

    public static VmafException Fails(string errorId, Action action)
    {
        VmafException error = Assert.Throws<VmafException>(action);
        Assert.Equal(errorId, error.ErrorId);
        return error;
    }
}

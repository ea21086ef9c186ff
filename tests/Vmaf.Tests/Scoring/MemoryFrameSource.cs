using Vmaf.Engine.Decoding;
using Vmaf.Engine.Video;

namespace Vmaf.Tests.Scoring;

/// <summary>A video made up in memory: every luma sample of frame i is i + offset (modulo 256).</summary>
internal sealed class MemoryFrameSource(int frameCount, int offset = 0) : IFrameSource, IProbedVideo
{
    public static readonly VideoFormat SmallFormat = new(8, 4, ChromaFormat.Yuv400, 8);

    private int _next;

    public string Name { get; init; } = "memory";

    public VideoFormat Format => SmallFormat;

    public long? FrameCount => HidesLength ? null : frameCount;

    public bool HidesLength { get; init; }

    public long? EstimatedFrameCount { get; init; }

    VideoProbe? IProbedVideo.Probe => null;

    bool IProbedVideo.AppliesRotation => false;

    long? IProbedVideo.StatedFrameCount => null;

    bool IProbedVideo.HasDecoderComplained => false;

    bool IProbedVideo.IsScaled => false;

    /// <summary>Called before each read, with the index of the frame.</summary>
    public Action<int, CancellationToken>? BeforeRead { get; init; }

    public int FramesRead { get; private set; }

    public int FramesSkipped { get; private set; }

    public bool TryRead(VideoFrame destination, CancellationToken cancellationToken = default)
    {
        BeforeRead?.Invoke(_next, cancellationToken);
        if (_next >= frameCount)
        {
            return false;
        }

        for (int y = 0; y < Format.Height; y++)
        {
            destination.Luma.RowBytes(y).Fill((byte)(_next + offset));
        }

        _next++;
        FramesRead++;
        return true;
    }

    public bool TrySkip(CancellationToken cancellationToken = default)
    {
        if (_next >= frameCount)
        {
            return false;
        }

        _next++;
        FramesSkipped++;
        return true;
    }

    public void Dispose()
    {
    }
}

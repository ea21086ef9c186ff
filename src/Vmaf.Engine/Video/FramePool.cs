using System.Collections.Concurrent;

namespace Vmaf.Engine.Video;

/// <summary>
/// A fixed number of frames of one format, lent and given back. When all are lent, <see cref="Rent"/> waits: this is what bounds
/// memory whatever the length of the video and however fast its decoder.
/// </summary>
public sealed class FramePool : IDisposable
{
    private readonly ConcurrentBag<VideoFrame> _free = [];
    private readonly SemaphoreSlim _available;
    private readonly VideoFormat _format;
    private readonly bool _isLumaOnly;
    private volatile bool _disposed;

    /// <summary>Creates a pool; frames are allocated when first rented.</summary>
    /// <param name="format">Format of every frame.</param>
    /// <param name="capacity">The most frames that are ever lent at once, at least 1.</param>
    /// <param name="isLumaOnly">Whether nobody looks at the chroma of the frames: readers may leave it undefined.</param>
    public FramePool(VideoFormat format, int capacity, bool isLumaOnly = false)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        _format = format;
        _isLumaOnly = isLumaOnly;
        Capacity = capacity;
        _available = new SemaphoreSlim(capacity, capacity);
    }

    /// <summary>The most frames that are ever lent at once.</summary>
    public int Capacity { get; }

    /// <summary>Frames that are lent at the moment.</summary>
    public int LentCount => Capacity - _available.CurrentCount;

    /// <summary>Takes a frame with one reference and undefined contents; waits until one is free.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
    public VideoFrame Rent(CancellationToken cancellationToken = default)
    {
        _available.Wait(cancellationToken);
        if (!_free.TryTake(out VideoFrame? frame))
        {
            frame = new VideoFrame(_format, this);
        }

        frame.IsLumaOnly = _isLumaOnly;
        frame.AddReference();
        return frame;
    }

    /// <summary>Frees the frames that are not lent; lent ones are freed when they come back.</summary>
    public void Dispose()
    {
        _disposed = true;
        while (_free.TryTake(out VideoFrame? frame))
        {
            frame.Free();
        }
    }

    internal void Return(VideoFrame frame)
    {
        if (_disposed)
        {
            frame.Free();
        }
        else
        {
            _free.Add(frame);
        }

        _available.Release();
    }
}

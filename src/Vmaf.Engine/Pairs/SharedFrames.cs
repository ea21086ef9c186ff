using System.Runtime.ExceptionServices;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Pairs;

/// <summary>
/// A video that is read once for several readers. Each reader has all frames, at its own pace, but none can get further ahead of the
/// slowest than the few frames that are kept: this is what bounds memory. A reader that is disposed of holds nobody back.
/// </summary>
public sealed class SharedFrames : IDisposable
{
    private const int KeptFrames = 4;

    private readonly IFrameSource _source;
    private readonly Reader[] _readers;
    private readonly VideoFrame?[] _kept = new VideoFrame?[KeptFrames];
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _gate = new();
    private Thread? _pump;
    private TaskCompletionSource _change = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ExceptionDispatchInfo? _failure;
    private long _framesRead;
    private bool _hasEnded;

    /// <summary>Makes readers of a video.</summary>
    /// <param name="source">The video; it belongs to this object from now on. Reading starts with the first reader's first frame.</param>
    /// <param name="readerCount">How many readers to make, at least 1.</param>
    public SharedFrames(IFrameSource source, int readerCount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(readerCount, 1);
        _source = source;
        _readers = [.. Enumerable.Range(0, readerCount).Select(_ => new Reader(this))];
    }

    /// <summary>The readers. Each may be used by a thread of its own.</summary>
    public IReadOnlyList<IFrameSource> Readers => _readers;

    /// <summary>Closes the video. To be called when the readers are no longer in use.</summary>
    public void Dispose()
    {
        _stop.Cancel();
        _pump?.Join();
        _source.Dispose();
        foreach (VideoFrame? frame in _kept)
        {
            frame?.Release();
        }

        Array.Clear(_kept);
        _stop.Dispose();
    }

    /// <summary>Reads the video on a thread of its own, so that a reader that stops leaves no frame half read.</summary>
    private void Pump()
    {
        try
        {
            while (WaitForRoom())
            {
                int place = (int)(_framesRead % KeptFrames);
                VideoFrame frame = _kept[place] ??= VideoFrame.Allocate(_source.Format);
                if (!_source.TryRead(frame, _stop.Token))
                {
                    break;
                }

                Change(() => _framesRead++);
            }
        }
        catch (Exception failure)
        {
            _failure = ExceptionDispatchInfo.Capture(failure);
        }

        Change(() => _hasEnded = true);
    }

    /// <summary>Waits until the slowest reader leaves room for a frame; <see langword="false"/> when nobody reads any more.</summary>
    private bool WaitForRoom()
    {
        while (true)
        {
            Task change;
            lock (_gate)
            {
                Reader[] reading = [.. _readers.Where(reader => !reader.IsDone)];
                if (reading.Length == 0)
                {
                    return false;
                }

                if (_framesRead - reading.Min(reader => reader.Position) < KeptFrames)
                {
                    return true;
                }

                change = _change.Task;
            }

            change.Wait(_stop.Token);
        }
    }

    /// <summary>Waits until a frame is there; <see langword="false"/> after the last one.</summary>
    private bool WaitForFrame(long frame, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task change;
            lock (_gate)
            {
                Start();
                if (frame < _framesRead)
                {
                    return true;
                }

                if (_hasEnded)
                {
                    break;
                }

                change = _change.Task;
            }

            change.Wait(cancellationToken);
        }

        _failure?.Throw();
        return false;
    }

    private void Start()
    {
        if (_pump is null)
        {
            _pump = new Thread(Pump) { IsBackground = true, Name = $"reader of {_source.Name}" };
            _pump.Start();
        }
    }

    private void Change(Action change)
    {
        TaskCompletionSource changed;
        lock (_gate)
        {
            change();
            changed = _change;
            _change = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        changed.SetResult();
    }

    /// <summary>One reader's view of the video.</summary>
    private sealed class Reader(SharedFrames shared) : ForwardingSource(shared._source, ownsInner: false)
    {
        /// <summary>Frames that this reader is through with.</summary>
        public long Position { get; private set; }

        /// <summary>Whether it reads no more.</summary>
        public bool IsDone { get; private set; }

        /// <inheritdoc/>
        public override bool TryRead(VideoFrame destination, CancellationToken cancellationToken = default)
        {
            FrameCheck.Destination(destination, Format);
            if (!TryTake(cancellationToken))
            {
                return false;
            }

            // Nobody writes to the frame before this reader has said that it is through with it.
            shared._kept[Position % KeptFrames]!.CopyTo(destination);
            Advance();
            return true;
        }

        /// <inheritdoc/>
        public override bool TrySkip(CancellationToken cancellationToken = default)
        {
            if (!TryTake(cancellationToken))
            {
                return false;
            }

            Advance();
            return true;
        }

        /// <summary>Reads no more. The video stays open for the other readers.</summary>
        /// <param name="disposing">Always <see langword="true"/>.</param>
        protected override void Dispose(bool disposing)
        {
            base.Dispose(disposing);
            shared.Change(() => IsDone = true);
        }

        private bool TryTake(CancellationToken cancellationToken)
        {
            ObjectDisposedException.ThrowIf(IsDone, this);
            return shared.WaitForFrame(Position, cancellationToken);
        }

        private void Advance() => shared.Change(() => Position++);
    }
}

using System.Diagnostics.CodeAnalysis;
using Vmaf.Engine.Errors;

namespace Vmaf.Engine.Video.Luma;

/// <summary>
/// A video with the luma plane of each frame passed through a callback; results become samples as <see cref="LumaScale"/> says. Frames
/// that are passed over do not reach the callback.
/// </summary>
public sealed class LumaPlaneSource : ForwardingSource
{
    private readonly LumaPlaneCallback _callback;
    private readonly string _sideName;
    private readonly double[] _luma;
    private readonly LumaScale _scale;
    private long _nextFrame;

    /// <summary>Passes a video's luma planes through a callback.</summary>
    /// <param name="inner">The video; it belongs to this one from now on.</param>
    /// <param name="side">Which of the two it is, for messages.</param>
    /// <param name="callback">Called on the thread that reads.</param>
    public LumaPlaneSource(IFrameSource inner, VideoSide side, LumaPlaneCallback callback)
        : base(inner)
    {
        _callback = callback;
        _sideName = side == VideoSide.Reference ? "reference" : "distorted video";
        _luma = new double[inner.Format.Width * inner.Format.Height];
        _scale = new LumaScale(inner.Format.BitDepth);
    }

    /// <inheritdoc/>
    /// <exception cref="VmafException">The callback failed (<see cref="VmafErrorIds.CallbackFailed"/>), or as for any video.</exception>
    public override bool TryRead(VideoFrame destination, CancellationToken cancellationToken = default)
    {
        if (!Inner.TryRead(destination, cancellationToken))
        {
            return false;
        }

        Scale(destination.Luma);
        Call();
        Store(destination.Luma);
        _nextFrame++;
        return true;
    }

    /// <inheritdoc/>
    public override bool TrySkip(CancellationToken cancellationToken = default)
    {
        bool wasThere = Inner.TrySkip(cancellationToken);
        _nextFrame += wasThere ? 1 : 0;
        return wasThere;
    }

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "Whatever a callback throws is told with its frame.")]
    private void Call()
    {
        try
        {
            _callback(_luma, Format.Width, Format.Height, _nextFrame);
        }
        catch (Exception cause) when (cause is not (OperationCanceledException or VmafException))
        {
            throw new VmafException(
                VmafErrorIds.CallbackFailed,
                $"The luma callback of the {_sideName} '{Name}' failed at frame {_nextFrame}: {cause.Message}",
                "Correct the callback. It gets the luma samples from 0 to 1, row after row, and changes them in place; whatever it throws ends the measurement of these videos.",
                Name,
                cause);
        }
    }

    private void Scale(PlaneView luma)
    {
        int position = 0;
        for (int y = 0; y < luma.Height; y++)
        {
            if (luma.BytesPerSample == 1)
            {
                foreach (byte sample in luma.RowBytes(y))
                {
                    _luma[position++] = _scale.ToNumber(sample);
                }
            }
            else
            {
                foreach (ushort sample in luma.RowWords(y))
                {
                    _luma[position++] = _scale.ToNumber(sample);
                }
            }
        }
    }

    private void Store(PlaneView luma)
    {
        int position = 0;
        for (int y = 0; y < luma.Height; y++)
        {
            if (luma.BytesPerSample == 1)
            {
                foreach (ref byte sample in luma.RowBytes(y))
                {
                    sample = (byte)_scale.ToCode(_luma[position++]);
                }
            }
            else
            {
                foreach (ref ushort sample in luma.RowWords(y))
                {
                    sample = (ushort)_scale.ToCode(_luma[position++]);
                }
            }
        }
    }
}

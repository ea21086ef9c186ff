namespace Vmaf.Engine.Video.Luma;

/// <summary>A video with its luma passed through a function of the sample, evaluated in this process.</summary>
public sealed class LumaProcessedSource : ForwardingSource
{
    private readonly LumaProcessor _processor;

    /// <summary>Passes a video's luma through a function.</summary>
    /// <param name="inner">The video; it belongs to this one from now on.</param>
    /// <param name="callback">The function; gets and gives samples scaled to 0…1, once per code value.</param>
    public LumaProcessedSource(IFrameSource inner, Func<double, double> callback)
        : base(inner)
    {
        _processor = new LumaProcessor(callback, inner.Format.BitDepth);
    }

    /// <inheritdoc/>
    public override bool TryRead(VideoFrame destination, CancellationToken cancellationToken = default)
    {
        if (!Inner.TryRead(destination, cancellationToken))
        {
            return false;
        }

        _processor.Apply(destination);
        return true;
    }
}

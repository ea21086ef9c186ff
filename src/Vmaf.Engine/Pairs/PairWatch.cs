using Vmaf.Engine.Alignment;
using Vmaf.Engine.Features.Motion;
using Vmaf.Engine.Simd;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Pairs;

/// <summary>
/// Looks at the frames of two videos as they are read in step, reference first, by one thread. Brightness and colour are taken from
/// every fourth row.
/// </summary>
internal sealed unsafe class PairWatch
{
    private const int RowStep = 4;
    private const double BlurUnits = 256;

    private readonly List<PairObservation?> _observations = [];
    private readonly FrameOffsetWatch _offsets = new();
    private readonly MotionMeter _meter;
    private readonly VideoFrame _previous;
    private bool _hasPrevious;
    private VideoFrame? _reference;

    /// <summary>Puts itself between two videos and their reader.</summary>
    /// <param name="reference">The reference; belongs to <see cref="Reference"/> from now on.</param>
    /// <param name="distorted">The distorted video, of the same format; belongs to <see cref="Distorted"/> from now on.</param>
    public PairWatch(IFrameSource reference, IFrameSource distorted)
    {
        VideoFormat format = distorted.Format;
        _meter = MotionMeter.Create(format.Width, format.Height, format.BitDepth, SimdTiers.Current);
        _previous = VideoFrame.Allocate(format);
        Reference = new WatchedSource(reference, frame => _reference = frame, () => { }, () => { });
        Distorted = new WatchedSource(distorted, Observe, PassOver, _previous.Release);
    }

    /// <summary>The reference.</summary>
    public IFrameSource Reference { get; }

    /// <summary>The distorted video.</summary>
    public IFrameSource Distorted { get; }

    /// <summary>What was seen, by frame; <see langword="null"/> for frames passed over.</summary>
    public IReadOnlyList<PairObservation?> Observations =>
        [.. _observations.Select((seen, frame) => seen is { } pair ? pair with { OffsetFrames = _offsets.OffsetOf(frame) } : seen)];

    private void PassOver()
    {
        _observations.Add(null);
        _offsets.PassOver();
        _hasPrevious = false;
    }

    private void Observe(VideoFrame distorted)
    {
        if (_reference is not { } reference)
        {
            PassOver();
            return;
        }

        VideoFormat format = distorted.Format;
        double? motion = _hasPrevious
            ? _meter.Measure(_previous.Luma, distorted.Luma) / BlurUnits / ((double)format.Width * format.Height)
            : null;
        double step = 1 << (format.BitDepth - 8);
        _observations.Add(new PairObservation(
            motion,
            Compare(reference, distorted, 0, static (a, b) => b - a) / step,
            format.PlaneCount == 1
                ? 0
                : (Compare(reference, distorted, 1, static (a, b) => Math.Abs(b - a)) + Compare(reference, distorted, 2, static (a, b) => Math.Abs(b - a))) / 2 / step,
            OffsetFrames: null));
        _offsets.Add(new FrameSignature(reference.Luma), new FrameSignature(distorted.Luma));
        KeepLuma(distorted.Luma);
        _reference = null;
    }

    private void KeepLuma(PlaneView luma)
    {
        PlaneView kept = _previous.Luma;
        for (int y = 0; y < luma.Height; y++)
        {
            luma.RowBytes(y).CopyTo(kept.RowBytes(y));
        }

        _hasPrevious = true;
    }

    /// <summary>Mean of a function of two samples over every fourth row.</summary>
    private static double Compare(VideoFrame reference, VideoFrame distorted, int plane, Func<int, int, int> difference)
    {
        PlaneView first = reference.Plane(plane);
        PlaneView second = distorted.Plane(plane);
        long sum = 0;
        long count = 0;
        for (int y = 0; y < first.Height; y += RowStep)
        {
            byte* a = first.RowPointer(y);
            byte* b = second.RowPointer(y);
            for (int x = 0; x < first.Width; x++)
            {
                sum += first.BytesPerSample == 1 ? difference(a[x], b[x]) : difference(((ushort*)a)[x], ((ushort*)b)[x]);
            }

            count += first.Width;
        }

        return (double)sum / count;
    }
}

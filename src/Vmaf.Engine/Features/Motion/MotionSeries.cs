namespace Vmaf.Engine.Features.Motion;

/// <summary>
/// The motion of one variant over time. motion2 of a frame is the lesser of its neighbours' motion, so it is known one frame later;
/// motion3 blends motion2, and the frames that have nothing to compare with take the value of the first one that has (libvmaf,
/// integer_motion.c).
/// </summary>
internal sealed class MotionSeries
{
    private readonly MotionVariant _variant;
    private readonly int _sumFeature;
    private readonly int _motion2Feature;
    private readonly int _motion3Feature;

    private int _nextFrame;
    private double _motion;
    private double _motionBefore;
    private double _blendedBefore;

    /// <summary>Starts a series.</summary>
    /// <param name="variant">The options.</param>
    /// <param name="firstFeature">Index of the variant's first feature.</param>
    public MotionSeries(MotionVariant variant, int firstFeature)
    {
        _variant = variant;
        _sumFeature = firstFeature;
        _motion2Feature = firstFeature + (variant.EmitsMotion ? 2 : 1);
        _motion3Feature = _motion2Feature + 1;
    }

    /// <summary>Takes the next frame and writes what it makes known.</summary>
    /// <param name="frame">Index of the frame.</param>
    /// <param name="motion">Its motion; 0 where there is nothing to compare with.</param>
    /// <param name="sink">Receives the values.</param>
    public void Add(int frame, double motion, IFeatureSink sink)
    {
        sink.Write(frame, _sumFeature, motion);
        if (_variant.EmitsMotion)
        {
            sink.Write(frame, _sumFeature + 1, motion);
        }

        if (frame < _variant.FramesBack)
        {
            sink.Write(frame, _motion2Feature, 0);
        }
        else if (frame == _variant.FramesBack)
        {
            WriteFirstMotion3(frame, _variant.Blend(motion), sink);
        }
        else
        {
            WriteBlended(frame - 1, Motion2Before(frame, motion), sink);
        }

        _motionBefore = _motion;
        _motion = motion;
        _nextFrame = frame + 1;
    }

    /// <summary>Writes what was waiting for a frame that does not come.</summary>
    public void End(IFeatureSink sink)
    {
        if (_nextFrame <= _variant.FramesBack)
        {
            WriteFirstMotion3(_nextFrame, 0, sink);
        }
        else
        {
            WriteBlended(_nextFrame - 1, _motion, sink);
        }
    }

    /// <summary>motion2 of the frame before <paramref name="frame"/>, which has <paramref name="motion"/>.</summary>
    private double Motion2Before(int frame, double motion)
    {
        // Two frames back, the neighbours are the frames on both sides; one frame back, the frame itself and the next one.
        if (_variant.FramesBack == 1)
        {
            return Math.Min(_motion, motion);
        }

        bool hasFrameBefore = frame - 2 >= _variant.FramesBack;
        return hasFrameBefore ? Math.Min(_motionBefore, motion) : motion;
    }

    private void WriteFirstMotion3(int frameCount, double blended, IFeatureSink sink)
    {
        for (int frame = 0; frame < frameCount; frame++)
        {
            sink.Write(frame, _motion3Feature, blended);
        }

        _blendedBefore = blended;
    }

    private void WriteBlended(int frame, double motion2, IFeatureSink sink)
    {
        double blended = _variant.Blend(motion2);
        sink.Write(frame, _motion2Feature, motion2);
        sink.Write(frame, _motion3Feature, _variant.UsesMovingAverage ? (blended + _blendedBefore) / 2 : blended);
        _blendedBefore = blended;
    }
}

namespace Vmaf.Engine.Features.FloatMotion;

/// <summary>
/// Turns the motion of frames into features. motion2 of a frame is the lesser of its motion and the next frame's; motion3 is blended from
/// motion2, but that of the first frame from the second's motion (libvmaf, float_motion.c).
/// </summary>
internal sealed class FloatMotionCollector : IFeatureCollector
{
    private readonly FloatMotionVariant[] _variants;
    private readonly int[] _measurements;
    private readonly double[] _motionBefore;
    private int _lastFrame = -1;

    /// <summary>Creates the collector of a run.</summary>
    /// <param name="variants">The variants, in the order of their features.</param>
    /// <param name="measures">What the workers measure.</param>
    public FloatMotionCollector(FloatMotionVariant[] variants, MotionMeasure[] measures)
    {
        _variants = variants;
        _measurements = [.. variants.Select(variant => variant.IsForcedToZero ? -1 : Array.IndexOf(measures, variant.Measure))];
        _motionBefore = new double[variants.Length];
    }

    /// <inheritdoc/>
    public void Collect(int frameIndex, ReadOnlySpan<double> measurements, IFeatureSink sink)
    {
        int feature = 0;
        for (int index = 0; index < _variants.Length; index++)
        {
            FloatMotionVariant variant = _variants[index];
            double motion = _measurements[index] < 0 ? 0 : measurements[_measurements[index]];
            int motion3 = feature + variant.FeatureNames.Count - 1;
            if (variant.EmitsMotion)
            {
                sink.Write(frameIndex, feature + 1, variant.Reported(motion));
            }

            if (frameIndex == 0)
            {
                sink.Write(0, feature, 0);
            }
            else if (frameIndex == 1)
            {
                sink.Write(0, motion3, variant.Blended(motion));
            }
            else
            {
                WriteBefore(index, feature, frameIndex - 1, Math.Min(_motionBefore[index], motion), sink);
            }

            _motionBefore[index] = motion;
            feature += variant.FeatureNames.Count;
        }

        _lastFrame = frameIndex;
    }

    /// <inheritdoc/>
    public void Flush(IFeatureSink sink)
    {
        int feature = 0;
        for (int index = 0; index < _variants.Length; index++)
        {
            if (_lastFrame == 0)
            {
                sink.Write(0, feature + _variants[index].FeatureNames.Count - 1, 0);
            }
            else if (_lastFrame > 0)
            {
                WriteBefore(index, feature, _lastFrame, _motionBefore[index], sink);
            }

            feature += _variants[index].FeatureNames.Count;
        }
    }

    private void WriteBefore(int index, int feature, int frame, double motion2, IFeatureSink sink)
    {
        sink.Write(frame, feature, _variants[index].Reported(motion2));
        sink.Write(frame, feature + _variants[index].FeatureNames.Count - 1, _variants[index].Blended(motion2));
    }
}

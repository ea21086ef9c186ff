namespace Vmaf.Engine.Alignment;

/// <summary>Tells for each frame of a distorted video whether it shows another frame of the reference, a few before or behind.</summary>
internal sealed class FrameOffsetWatch
{
    private const int LargestOffset = 3;

    /// <summary>
    /// How many times nearer its own reference frame must be than any other nearby to call a frame in place. Little is enough: one that is
    /// far from its place comes nearer to some frame on the way there.
    /// </summary>
    private const double InPlaceRatio = 1.1;

    private readonly List<OffsetMatch> _matches = [];

    /// <summary>By frame, the least distance to a reference frame that is not its own.</summary>
    private readonly List<double> _elsewhere = [];
    private readonly List<(FrameSignature Reference, FrameSignature Distorted)> _recent = [];

    /// <summary>Takes the next pair of frames.</summary>
    /// <param name="reference">Signature of the reference frame.</param>
    /// <param name="distorted">Signature of the distorted frame.</param>
    public void Add(FrameSignature reference, FrameSignature distorted)
    {
        int frame = _matches.Count;
        double atZero = distorted.DistanceTo(reference);
        _matches.Add(new OffsetMatch(0, atZero, atZero, 1));
        _elsewhere.Add(double.PositiveInfinity);
        for (int back = 1; back <= _recent.Count; back++)
        {
            (FrameSignature earlierReference, FrameSignature earlierDistorted) = _recent[^back];
            Improve(frame, back, distorted.DistanceTo(earlierReference));
            Improve(frame - back, -back, earlierDistorted.DistanceTo(reference));
        }

        _recent.Add((reference, distorted));
        if (_recent.Count > LargestOffset)
        {
            _recent.RemoveAt(0);
        }
    }

    /// <summary>Takes the next pair of frames without a look at them.</summary>
    public void PassOver()
    {
        _matches.Add(new OffsetMatch(0, 0, 0, 0));
        _elsewhere.Add(double.PositiveInfinity);
        _recent.Clear();
    }

    /// <summary>
    /// By how many frames a frame is off, as in <see cref="OffsetMatch.OffsetFrames"/>, where another offset is clearly better; 0 where none is,
    /// and no other reference frame nearby looks as much like it as its own; else <see langword="null"/>, as in still pictures, or where
    /// it is off by more than is looked for.
    /// </summary>
    /// <param name="frame">Number of the frame.</param>
    public int? OffsetOf(int frame)
    {
        OffsetMatch match = _matches[frame];
        if (match.IsClearlyShifted)
        {
            return match.OffsetFrames;
        }

        return double.IsFinite(_elsewhere[frame]) && _elsewhere[frame] > InPlaceRatio * match.DistanceAtZero ? 0 : null;
    }

    private void Improve(int frame, int offset, double distance)
    {
        _elsewhere[frame] = Math.Min(_elsewhere[frame], distance);
        if (distance < _matches[frame].Distance)
        {
            _matches[frame] = _matches[frame] with { OffsetFrames = offset, Distance = distance };
        }
    }
}

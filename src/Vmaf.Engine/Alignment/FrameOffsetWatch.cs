namespace Vmaf.Engine.Alignment;

/// <summary>Tells for each frame of a distorted video whether it shows another frame of the reference, a few before or behind.</summary>
internal sealed class FrameOffsetWatch
{
    private const int LargestOffset = 3;

    private readonly List<OffsetMatch> _matches = [];
    private readonly List<(FrameSignature Reference, FrameSignature Distorted)> _recent = [];

    /// <summary>Takes the next pair of frames.</summary>
    /// <param name="reference">Signature of the reference frame.</param>
    /// <param name="distorted">Signature of the distorted frame.</param>
    public void Add(FrameSignature reference, FrameSignature distorted)
    {
        int frame = _matches.Count;
        double atZero = distorted.DistanceTo(reference);
        _matches.Add(new OffsetMatch(0, atZero, atZero, 1));
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
        _recent.Clear();
    }

    /// <summary>By how many frames a frame is off, as in <see cref="OffsetMatch.OffsetFrames"/>; 0 unless another offset is clearly better.</summary>
    /// <param name="frame">Number of the frame.</param>
    public int OffsetOf(int frame) => _matches[frame].IsClearlyShifted ? _matches[frame].OffsetFrames : 0;

    private void Improve(int frame, int offset, double distance)
    {
        if (distance < _matches[frame].Distance)
        {
            _matches[frame] = _matches[frame] with { OffsetFrames = offset, Distance = distance };
        }
    }
}

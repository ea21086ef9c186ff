namespace Vmaf.Engine.Explanation;

/// <summary>Finds out what is special about frames, from their features and, where known, the motion of both videos.</summary>
internal sealed class FrameConditionDetector
{
    /// <summary>Motion below this is none: noise and dither stay under it.</summary>
    private const double StillMotion = 0.05;

    /// <summary>Motion from which on a frame that is out of step shows.</summary>
    private const double NoticeableMotion = 1;

    private const double CutMotion = 20;
    private const double CutRatio = 4;
    private const int CutNeighborhood = 3;

    // Heavy compression leaves VIF at scale 3 above 0.8; another frame of a moving scene leaves 0.3 to 0.75, little more than at scale 1.
    private const double MisalignedCoarseVif = 0.7;
    private const double MisalignedVifRise = 0.25;
    private const double MisalignedAdm = 0.6;

    private readonly IReadOnlyList<FrameFeatures> _frames;
    private readonly int _motion;
    private readonly int _mediumVif;
    private readonly int _coarseVif;
    private readonly int _adm;

    /// <summary>Looks at a clip.</summary>
    /// <param name="frames">Its frames in order.</param>
    /// <param name="featureNames">Names of the features.</param>
    public FrameConditionDetector(IReadOnlyList<FrameFeatures> frames, IReadOnlyList<string> featureNames)
    {
        _frames = frames;
        _motion = IndexOf("motion");
        _mediumVif = IndexOf("vif_scale1");
        _coarseVif = IndexOf("vif_scale3");
        _adm = IndexOf("adm");

        int IndexOf(string part) =>
            featureNames.ToList().FindIndex(name => name.Contains(part, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>What is special about a frame.</summary>
    /// <param name="position">Position of the frame in the list, not its index in the video.</param>
    public FrameConditions Detect(int position)
    {
        FrameConditions conditions = FrameConditions.None;
        FrameFeatures frame = _frames[position];
        double? motion = Motion(frame);
        if (motion < StillMotion)
        {
            conditions |= FrameConditions.Static;
        }

        if (frame.ReferenceMotion >= NoticeableMotion && frame.DistortedMotion < StillMotion)
        {
            conditions |= FrameConditions.Frozen;
        }

        if (IsSceneCut(position))
        {
            conditions |= FrameConditions.SceneCut;
        }

        bool isMoving = motion is null || motion >= NoticeableMotion;

        // What the pictures tell comes before what the features suggest: starved encodes lose their coarse structure, too.
        if (frame.OffsetFrames is { } offset ? offset != 0 : isMoving && IsMismatch(frame))
        {
            conditions |= FrameConditions.Misaligned;
        }

        return conditions;
    }

    /// <summary>Motion of the reference; not known for the first frame, which has nothing before it and counts as 0 in features.</summary>
    private double? Motion(FrameFeatures frame)
    {
        if (frame.FrameIndex == 0)
        {
            return null;
        }

        return frame.ReferenceMotion ?? (_motion < 0 ? null : frame.Values[_motion]);
    }

    private bool IsSceneCut(int position)
    {
        if (_frames[position].ReferenceMotion is not { } motion || motion < CutMotion)
        {
            return false;
        }

        int first = Math.Max(0, position - CutNeighborhood);
        int last = Math.Min(_frames.Count - 1, position + CutNeighborhood);
        double[] around =
        [
            .. Enumerable.Range(first, last - first + 1)
                .Where(other => other != position)
                .Select(other => _frames[other].ReferenceMotion)
                .OfType<double>()
                .Order(),
        ];
        return around.Length > 0 && motion > CutRatio * around[around.Length / 2];
    }

    private bool IsMismatch(FrameFeatures frame)
    {
        if (_coarseVif >= 0 && _mediumVif >= 0)
        {
            double coarse = frame.Values[_coarseVif];
            return coarse < MisalignedCoarseVif && coarse - frame.Values[_mediumVif] < MisalignedVifRise;
        }

        return _adm >= 0 && frame.Values[_adm] < MisalignedAdm;
    }
}

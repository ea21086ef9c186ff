namespace Vmaf.Engine.Explanation;

/// <summary>What is special about a frame and puts its score in another light.</summary>
[Flags]
public enum FrameConditions
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>
    /// The picture is that of another frame; or, where only features are known, even the large structures of a moving frame do not match,
    /// which compression hardly does: the two videos may be out of step.
    /// </summary>
    Misaligned = 1,

    /// <summary>The reference changes far more than in the frames around.</summary>
    SceneCut = 2,

    /// <summary>The reference does not move.</summary>
    Static = 4,

    /// <summary>The reference moves and the distorted video does not.</summary>
    Frozen = 8,
}

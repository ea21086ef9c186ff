namespace Vmaf.Engine.Alignment;

/// <summary>How well the frames of two videos fit at the best offset, and at none.</summary>
/// <param name="OffsetFrames">
/// Distorted frame n shows what reference frame n − <paramref name="OffsetFrames"/> shows: positive where the distorted video has extra frames
/// at its start, negative where it lacks some.
/// </param>
/// <param name="Distance">Mean distance of the frames' signatures at this offset; 0 for equal pictures.</param>
/// <param name="DistanceAtZero">The same without any offset.</param>
/// <param name="ComparedFrames">How many pairs of frames the figure at the best offset rests on.</param>
public sealed record OffsetMatch(int OffsetFrames, double Distance, double DistanceAtZero, int ComparedFrames)
{
    /// <summary>Distances below this are what encoding alone may do.</summary>
    private const double Noise = 0.5;

    /// <summary>How many times nearer the frames must be at another offset to call it clearly better.</summary>
    private const double ClearRatio = 3;

    /// <summary>Whether the videos are surely shifted: another offset than none fits several times better.</summary>
    public bool IsClearlyShifted => OffsetFrames != 0 && DistanceAtZero > ClearRatio * (Distance + Noise);
}

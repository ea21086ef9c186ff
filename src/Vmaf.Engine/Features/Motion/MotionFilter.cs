namespace Vmaf.Engine.Features.Motion;

/// <summary>
/// The five-tap blur of the motion feature, and how it behaves at the picture's edges. The taps approximate a Gaussian and add up
/// to 65536 (libvmaf, integer_motion.h).
/// </summary>
internal static class MotionFilter
{
    /// <summary>Weight of the two samples that are two steps away.</summary>
    public const short Outer = 3571;

    /// <summary>Weight of the two samples next to the centre.</summary>
    public const short Inner = 16004;

    /// <summary>Weight of the centre sample.</summary>
    public const short Centre = 26386;

    /// <summary>Samples on each side of the centre.</summary>
    public const int Radius = 2;

    /// <summary>Number of taps.</summary>
    public const int Length = (2 * Radius) + 1;

    /// <summary>The weights in order.</summary>
    public static ReadOnlySpan<int> Taps => [Outer, Inner, Centre, Inner, Outer];

    /// <summary>
    /// The sample that stands at a position outside the picture: mirrored about the first or last sample, which is not repeated.
    /// In a picture of fewer than three samples the mirror image is mirrored again until it falls inside.
    /// </summary>
    /// <param name="position">The position.</param>
    /// <param name="count">Number of samples in the row or column.</param>
    public static int Mirror(int position, int count)
    {
        if (count == 1)
        {
            return 0;
        }

        while ((uint)position >= (uint)count)
        {
            position = position < 0 ? -position : (2 * (count - 1)) - position;
        }

        return position;
    }
}

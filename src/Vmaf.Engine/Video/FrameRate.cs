using System.Globalization;

namespace Vmaf.Engine.Video;

/// <summary>Frames per second as a fraction, for example 30000/1001.</summary>
/// <param name="Numerator">Frames, above 0.</param>
/// <param name="Denominator">Seconds, above 0.</param>
public readonly record struct FrameRate(int Numerator, int Denominator)
{
    /// <summary>Frames per second.</summary>
    public double FramesPerSecond => (double)Numerator / Denominator;

    /// <summary>The rate as ffmpeg's filter <c>fps</c> takes it: a whole number where it is one, else the fraction.</summary>
    internal string FilterArgument => Denominator == 1 ? Numerator.ToString(CultureInfo.InvariantCulture) : ToString();

    /// <summary>The fraction, for example <c>30000/1001</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");
}

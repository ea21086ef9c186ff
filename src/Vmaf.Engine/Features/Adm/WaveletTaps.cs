namespace Vmaf.Engine.Features.Adm;

/// <summary>The four taps of a Daubechies-2 filter in units of 2⁻¹⁵; the second is at the sample's own place.</summary>
internal readonly record struct WaveletTaps(short Before, short At, short After, short Second)
{
    /// <summary>The low-pass filter.</summary>
    public static WaveletTaps Low => new(15826, 27411, 7345, -4240);

    /// <summary>The high-pass filter; its taps sum to zero.</summary>
    public static WaveletTaps High => new(-4240, -7345, 27411, -15826);

    /// <summary>Sum of the taps.</summary>
    public int Sum => Before + At + After + Second;

    /// <summary>The first two taps, the first in the low half.</summary>
    public int FirstPair => (ushort)Before | (At << 16);

    /// <summary>The last two taps, the third in the low half.</summary>
    public int SecondPair => (ushort)After | (Second << 16);
}

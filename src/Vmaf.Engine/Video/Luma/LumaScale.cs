namespace Vmaf.Engine.Video.Luma;

/// <summary>
/// Samples as numbers from 0 to 1, and numbers as samples again. As the harness has it, results are cut towards zero and wrap around at
/// the sample's width; they are neither rounded nor limited.
/// </summary>
/// <param name="bitDepth">Bits per sample, 8 to 16.</param>
internal readonly struct LumaScale(int bitDepth)
{
    private readonly double _peak = (1 << bitDepth) - 1;

    /// <summary>The largest sample that fits into memory, which is larger than that of the bit depth from 9 to 15 bits.</summary>
    public int LargestCode { get; } = bitDepth == 8 ? byte.MaxValue : ushort.MaxValue;

    /// <summary>A sample as a number.</summary>
    public double ToNumber(int code) => code / _peak;

    /// <summary>A number as a sample.</summary>
    public int ToCode(double number) => (int)((long)(number * _peak) & LargestCode);
}

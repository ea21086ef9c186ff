namespace Vmaf.Clips.Generation;

/// <summary>A colour with 16 bits per component; 8-bit values times 256.</summary>
/// <param name="Luma">Brightness.</param>
/// <param name="Cb">Blue difference, 32768 for grey.</param>
/// <param name="Cr">Red difference, 32768 for grey.</param>
internal readonly record struct Yuv(int Luma, int Cb, int Cr)
{
    /// <summary>A colour from 8-bit components.</summary>
    public static Yuv FromBytes(int luma, int cb, int cr) => new(luma << 8, cb << 8, cr << 8);

    /// <summary>The component of a plane: 0 luma, 1 Cb, 2 Cr.</summary>
    public int Component(int plane) => plane switch
    {
        0 => Luma,
        1 => Cb,
        _ => Cr,
    };
}

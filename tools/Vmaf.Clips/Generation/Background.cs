using System.Numerics;
using Vmaf.Engine.Video;

namespace Vmaf.Clips.Generation;

/// <summary>
/// A still picture larger than the frame, over which the frame pans: smooth gradients in its sky, texture of all scales on its
/// ground, colours that vary slowly.
/// </summary>
internal sealed class Background
{
    /// <summary>Samples by which the picture is larger than the frame, on the right and below.</summary>
    public const int Margin = 48;

    private readonly int _width;
    private readonly ushort[][] _planes;

    /// <summary>Paints the picture.</summary>
    public Background(VideoFormat format, uint seed)
    {
        _width = format.Width + Margin;
        int height = format.Height + Margin;
        _planes = new ushort[format.PlaneCount][];
        for (int plane = 0; plane < _planes.Length; plane++)
        {
            ushort[] samples = _planes[plane] = new ushort[_width * height];
            int index = plane;
            Parallel.For(0, height, y =>
            {
                for (int x = 0; x < _width; x++)
                {
                    int value = index == 0 ? Luma(x, y, height, seed) : Chroma(x, y, seed + (uint)(100 * index));
                    samples[(y * _width) + x] = (ushort)Math.Clamp(value, 16 << 8, 235 << 8);
                }
            });
        }
    }

    /// <summary>The 16-bit value of a plane at a point, in luma samples of the picture.</summary>
    public int Sample(int plane, int x, int y) => _planes[plane][(y * _width) + x];

    private static int Luma(int x, int y, int height, uint seed)
    {
        int gradient = (170 << 8) - (int)((long)(90 << 8) * y / height);
        int reliefCellBits = Math.Clamp(BitOperations.Log2((uint)height) - 3, 2, 7);
        int relief = ValueNoise.Sample(x, y, reliefCellBits, seed + 50) - 28000 + (int)((long)((2 * y) - height) * 24000 / height);
        int smooth = ValueNoise.Fractal(x, y, 7, 5, 14 << 8, seed);
        if (relief <= 0)
        {
            return gradient + smooth;
        }

        // Ground sets in over some samples, then keeps its full contrast.
        int texture = ValueNoise.Fractal(x, y, 6, 0, 34 << 8, seed + 200);
        int onset = Math.Min(relief, 6000);
        return gradient + smooth + (int)((long)texture * onset / 6000) - (int)((long)(20 << 8) * onset / 6000);
    }

    private static int Chroma(int x, int y, uint seed) => (128 << 8) + ValueNoise.Fractal(x, y, 7, 2, 15 << 8, seed);
}

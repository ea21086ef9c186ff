using Vmaf.Engine.Video;

namespace Vmaf.Tests.Features.Vif;

/// <summary>Luma pictures from whole-number arithmetic, the same on every machine.</summary>
internal static class TestPicture
{
    public static VideoFrame Create(PictureKind kind, int width, int height, int bitDepth, uint seed = 1)
    {
        VideoFrame frame = VideoFrame.Allocate(new VideoFormat(width, height, ChromaFormat.Yuv400, bitDepth));
        PlaneView luma = frame.Luma;
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                PlaneSamples.Set(luma, x, y, Sample(kind, x, y, width, height, bitDepth, seed));
            }
        }

        return frame;
    }

    private static int Sample(PictureKind kind, int x, int y, int width, int height, int bitDepth, uint seed)
    {
        int largest = (1 << bitDepth) - 1;
        switch (kind)
        {
            case PictureKind.Flat:
                return (int)(seed * 7919 % (uint)(largest + 1));
            case PictureKind.Gradient:
                return (int)((long)largest * (x + y) / Math.Max(1, width + height - 2));
            case PictureKind.Noise:
                return (int)(Hash(x, y, seed) >> (32 - bitDepth));
            case PictureKind.Checkerboard:
                return ((x / 3) + (y / 3) + (int)seed) % 2 == 0 ? 0 : largest;
            default:
                int texture = Texture(x, y, bitDepth, seed);
                int middle = (largest + 1) / 2;
                return kind switch
                {
                    PictureKind.Quantised => Math.Min(largest, ((texture >> (bitDepth - 4)) << (bitDepth - 4)) + (middle >> 4)),
                    PictureKind.Enhanced => Math.Clamp(middle + ((texture - middle) * 3 / 2), 0, largest),
                    _ => texture,
                };
        }
    }

    private static int Texture(int x, int y, int bitDepth, uint seed)
    {
        // Triangle waves of several lengths, 0 to 255 each, then 16 bits in all.
        int coarse = Triangle(x + (2 * y), 96) + Triangle((3 * x) - y + 4096, 160);
        int fine = Triangle((5 * x) + (7 * y), 24);
        int noise = (int)(Hash(x, y, seed) >> 26);
        int sum = (coarse * 64) + (fine * 96) + (noise * 128);
        return Math.Min(sum, 65535) >> (16 - bitDepth);
    }

    private static int Triangle(int position, int period)
    {
        int phase = position % period * 2 * 256 / period;
        return phase < 256 ? phase : 511 - phase;
    }

    private static uint Hash(int x, int y, uint seed)
    {
        uint hash = (uint)((x * 73856093) ^ (y * 19349663)) + (seed * 83492791u);
        hash = (hash ^ (hash >> 16)) * 0x7FEB352Du;
        hash = (hash ^ (hash >> 15)) * 0x846CA68Bu;
        return hash ^ (hash >> 16);
    }
}

using Vmaf.Engine.Video;

namespace Vmaf.Tests.Features.Adm;

/// <summary>Pictures made by rule, the same everywhere and at all times.</summary>
internal static class TestPicture
{
    /// <summary>Fills a pair of planes.</summary>
    public static void FillPair(PlaneView reference, PlaneView distorted, PictureContent content, int seed)
    {
        int maximum = (1 << reference.BitDepth) - 1;
        for (int y = 0; y < reference.Height; y++)
        {
            for (int x = 0; x < reference.Width; x++)
            {
                (int first, int second) = Samples(content, x, y, seed, maximum);
                PlaneSamples.Set(reference, x, y, first);
                PlaneSamples.Set(distorted, x, y, second);
            }
        }
    }

    private static (int Reference, int Distorted) Samples(PictureContent content, int x, int y, int seed, int maximum)
    {
        uint noise = Hash(x, y, seed);
        uint other = Hash(x, y, seed + 1000);
        switch (content)
        {
            case PictureContent.Noise:
                return (Part(noise, maximum), Part(other, maximum));
            case PictureContent.NoisyGradient:
                int gradient = ((x * 5) + (y * 3) + (seed * 31)) % (maximum + 1);
                return (gradient, Math.Clamp(gradient + Part(noise, maximum / 16) - (maximum / 32), 0, maximum));
            case PictureContent.Flat:
                return (maximum / 2, (seed + 1) % maximum);
            case PictureContent.Identical:
                return (Part(noise, maximum), Part(noise, maximum));
            case PictureContent.Checkerboard:
                bool bright = ((x >> seed) + (y >> seed)) % 2 == 0;
                return bright ? (maximum, 0) : (0, maximum);
            case PictureContent.Blocks:
                int size = 2 + seed;
                int block = (Hash(x / size, y / size, seed) & 1) == 0 ? 0 : maximum;
                return (block, other % 16 == 0 ? maximum - block : block);
            case PictureContent.Enhanced:
                int contrast = Part(noise, maximum / 4) - (maximum / 8);
                return ((maximum / 2) + contrast, (maximum / 2) + (2 * contrast));
            default:
                return (x % 2 == 0 ? 0 : maximum, y % 2 == seed ? 0 : maximum);
        }
    }

    /// <summary>A number from 0 to a maximum.</summary>
    private static int Part(uint noise, int maximum) => (int)(((ulong)noise * ((uint)maximum + 1)) >> 32);

    private static uint Hash(int x, int y, int seed)
    {
        uint hash = ((uint)x * 0x9E3779B1) ^ ((uint)y * 0x85EBCA77) ^ ((uint)seed * 0xC2B2AE3D);
        hash = (hash ^ (hash >> 15)) * 0x2C1B3C6D;
        hash = (hash ^ (hash >> 12)) * 0x297A2D39;
        return hash ^ (hash >> 15);
    }
}

namespace Vmaf.Clips.Generation;

/// <summary>Random-looking numbers from coordinates, in integer arithmetic: the same on every machine.</summary>
internal static class IntegerHash
{
    /// <summary>32 well-mixed bits for a point and a seed.</summary>
    public static uint At(int x, int y, uint seed)
    {
        uint bits = ((uint)x * 0x9E3779B1u) + ((uint)y * 0x7FEB352Du) + (seed * 0x2C1B3C6Du);
        bits ^= bits >> 16;
        bits *= 0x45D9F3B5u;
        bits ^= bits >> 15;
        bits *= 0x297A2D39u;
        return bits ^ (bits >> 16);
    }

    /// <summary>Noise around 0 with a triangular distribution, from −<paramref name="amplitude"/> to +<paramref name="amplitude"/>.</summary>
    public static int Triangular(int x, int y, uint seed, int amplitude)
    {
        uint bits = At(x, y, seed);
        int sum = (int)(bits & 0xFFFF) + (int)(bits >> 16) - 0xFFFF;
        return (int)((long)sum * amplitude / 0xFFFF);
    }
}

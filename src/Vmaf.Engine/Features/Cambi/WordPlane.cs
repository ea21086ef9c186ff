using Vmaf.Engine.Simd;

namespace Vmaf.Engine.Features.Cambi;

/// <summary>Rows of 16-bit words, zeroed, with room for two vector registers before and after each row.</summary>
internal sealed unsafe class WordPlane : AlignedMemory
{
    /// <summary>Words of room before and after a row.</summary>
    public const int Room = 64;

    // Rows that are a multiple of this apart evict each other from the first-level cache.
    private const int CacheSetPeriod = 1024;

    private readonly int _height;

    /// <summary>Allocates a plane.</summary>
    /// <param name="width">Words in a row.</param>
    /// <param name="height">Number of rows.</param>
    public WordPlane(int width, int height)
        : base((nint)PitchFor(width) * height * sizeof(ushort))
    {
        Pitch = PitchFor(width);
        _height = height;
    }

    /// <summary>Words from a row to the next.</summary>
    public int Pitch { get; }

    /// <summary>Start of a row.</summary>
    /// <param name="y">Row number.</param>
    public ushort* Row(int y)
    {
        System.Diagnostics.Debug.Assert((uint)y < (uint)_height, "row outside the plane");
        return (ushort*)Start + ((nint)y * Pitch) + Room;
    }

    private static int PitchFor(int width)
    {
        int pitch = ((width + Room - 1) & -Room) + (2 * Room);
        return pitch % CacheSetPeriod == 0 ? pitch + Room : pitch;
    }
}

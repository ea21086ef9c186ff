using System.Runtime.InteropServices;

namespace Vmaf.Engine.Features.Cambi;

/// <summary>Rows of 16-bit words in aligned memory, zeroed, with room for two vector registers before and after each row.</summary>
internal sealed unsafe class WordPlane : IDisposable
{
    /// <summary>Words of room before and after a row.</summary>
    public const int Room = 64;

    // Rows that are a multiple of this apart evict each other from the first-level cache.
    private const int CacheSetPeriod = 1024;

    private readonly nint _sizeInBytes;
    private readonly int _height;
    private ushort* _memory;

    /// <summary>Allocates a plane.</summary>
    /// <param name="width">Words in a row.</param>
    /// <param name="height">Number of rows.</param>
    public WordPlane(int width, int height)
    {
        int pitch = ((width + Room - 1) & -Room) + (2 * Room);
        Pitch = pitch % CacheSetPeriod == 0 ? pitch + Room : pitch;
        _height = height;
        _sizeInBytes = (nint)Pitch * height * sizeof(ushort);
        _memory = (ushort*)NativeMemory.AlignedAlloc((nuint)_sizeInBytes, Room * sizeof(ushort));
        Clear();
    }

    /// <summary>Frees the plane if nobody did.</summary>
    ~WordPlane() => Free();

    /// <summary>Words from a row to the next.</summary>
    public int Pitch { get; }

    /// <summary>Start of a row.</summary>
    /// <param name="y">Row number.</param>
    public ushort* Row(int y)
    {
        System.Diagnostics.Debug.Assert((uint)y < (uint)_height, "row outside the plane");
        return _memory + ((nint)y * Pitch) + Room;
    }

    /// <summary>Sets all words, the room included, to zero.</summary>
    public void Clear() => NativeMemory.Clear(_memory, (nuint)_sizeInBytes);

    /// <inheritdoc/>
    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    private void Free()
    {
        NativeMemory.AlignedFree(_memory);
        _memory = null;
    }
}

using System.Runtime.InteropServices;

namespace Vmaf.Engine.Features.Vif;

/// <summary>A zeroed block of memory, aligned for vector registers, that a kernel divides up.</summary>
internal sealed unsafe class VifScratch : IDisposable
{
    /// <summary>Every part starts on a multiple of this many bytes.</summary>
    public const int Alignment = 64;

    private readonly nint _size;
    private byte* _memory;
    private nint _used;

    /// <summary>Allocates a block.</summary>
    /// <param name="sizeInBytes">Sum of all parts, each rounded up to <see cref="Alignment"/>.</param>
    public VifScratch(nint sizeInBytes)
    {
        _size = sizeInBytes;
        _memory = (byte*)NativeMemory.AlignedAlloc((nuint)sizeInBytes, Alignment);
        NativeMemory.Clear(_memory, (nuint)sizeInBytes);
    }

    /// <summary>Frees the block if nobody did.</summary>
    ~VifScratch() => Free();

    /// <summary>Bytes that a part takes.</summary>
    /// <param name="sizeInBytes">Bytes that are needed.</param>
    public static nint Align(nint sizeInBytes) => (sizeInBytes + Alignment - 1) & -Alignment;

    /// <summary>The next part.</summary>
    /// <param name="sizeInBytes">Its size.</param>
    public byte* Take(nint sizeInBytes)
    {
        byte* part = _memory + _used;
        _used += Align(sizeInBytes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(_used, _size, nameof(sizeInBytes));
        return part;
    }

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

using System.Runtime.InteropServices;

namespace Vmaf.Engine.Simd;

/// <summary>
/// A block of unmanaged memory that starts on a boundary of <see cref="Alignment"/> bytes. Freed when it is disposed of, or by the
/// garbage collector after the last use of the object: whoever holds a pointer into it holds the object, too.
/// </summary>
internal unsafe class AlignedMemory : IDisposable
{
    /// <summary>Bytes of the widest vector register, and of a cache line.</summary>
    public const int Alignment = 64;

    /// <summary>Allocates a block.</summary>
    /// <param name="sizeInBytes">Its size, not negative.</param>
    /// <param name="isZeroed">Whether all bytes are zero at first; else they are anything.</param>
    /// <exception cref="OutOfMemoryException">There is not as much memory.</exception>
    public AlignedMemory(nint sizeInBytes, bool isZeroed = true)
    {
        SizeInBytes = sizeInBytes;
        Start = (byte*)NativeMemory.AlignedAlloc((nuint)sizeInBytes, Alignment);
        if (isZeroed)
        {
            Clear();
        }
    }

    /// <summary>Frees the block if nobody did.</summary>
    ~AlignedMemory() => Free();

    /// <summary>Size of the block.</summary>
    public nint SizeInBytes { get; }

    /// <summary>The first byte; <see langword="null"/> once the block is freed.</summary>
    public byte* Start { get; private set; }

    /// <summary>A size, rounded up to a multiple of <see cref="Alignment"/>.</summary>
    /// <param name="sizeInBytes">The size.</param>
    public static nint Align(nint sizeInBytes) => (sizeInBytes + Alignment - 1) & -Alignment;

    /// <summary>Sets all bytes to zero.</summary>
    public void Clear() => NativeMemory.Clear(Start, (nuint)SizeInBytes);

    /// <inheritdoc/>
    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    private void Free()
    {
        NativeMemory.AlignedFree(Start);
        Start = null;
    }
}

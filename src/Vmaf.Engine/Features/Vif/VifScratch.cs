using Vmaf.Engine.Simd;

namespace Vmaf.Engine.Features.Vif;

/// <summary>A zeroed block of memory, aligned for vector registers, that a kernel divides up. Every part is aligned like the block.</summary>
/// <param name="sizeInBytes">Sum of all parts, each rounded up by <see cref="AlignedMemory.Align"/>.</param>
internal sealed unsafe class VifScratch(nint sizeInBytes) : AlignedMemory(sizeInBytes)
{
    private nint _used;

    /// <summary>The next part.</summary>
    /// <param name="sizeInBytes">Its size.</param>
    public byte* Take(nint sizeInBytes)
    {
        byte* part = Start + _used;
        _used += Align(sizeInBytes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(_used, SizeInBytes, nameof(sizeInBytes));
        return part;
    }
}

using System.Runtime.InteropServices;

namespace Vmaf.Engine.Features.Adm;

/// <summary>Unmanaged rows of a worker: aligned to 64 bytes, zeroed, with 256 bytes of room at either end. Freed together.</summary>
internal sealed unsafe class ScratchRows : IDisposable
{
    private const int Room = 256;
    private const int Alignment = 64;

    private readonly List<nint> _blocks = [];

    /// <summary>Frees the rows of a worker that was never disposed of.</summary>
    ~ScratchRows() => Free();

    /// <summary>Allocates a row.</summary>
    /// <typeparam name="TSample">Type of the samples.</typeparam>
    /// <param name="length">Number of samples.</param>
    public TSample* Allocate<TSample>(int length)
        where TSample : unmanaged
    {
        nuint size = (((nuint)length * (nuint)sizeof(TSample)) + (2 * Room) + Alignment - 1) & ~(nuint)(Alignment - 1);
        byte* block = (byte*)NativeMemory.AlignedAlloc(size, Alignment);
        _blocks.Add((nint)block);
        NativeMemory.Clear(block, size);
        return (TSample*)(block + Room);
    }

    /// <summary>Allocates a row of each band.</summary>
    /// <typeparam name="TSample">Type of the samples.</typeparam>
    /// <param name="length">Number of samples.</param>
    public BandRows<TSample> AllocateBands<TSample>(int length)
        where TSample : unmanaged => new(Allocate<TSample>(length), Allocate<TSample>(length), Allocate<TSample>(length));

    /// <inheritdoc/>
    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    private void Free()
    {
        foreach (nint block in _blocks)
        {
            NativeMemory.AlignedFree((void*)block);
        }

        _blocks.Clear();
    }
}

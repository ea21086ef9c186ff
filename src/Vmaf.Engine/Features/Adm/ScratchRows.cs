using Vmaf.Engine.Simd;

namespace Vmaf.Engine.Features.Adm;

/// <summary>Unmanaged rows of a worker: aligned to 64 bytes, zeroed, with 256 bytes of room at either end. Freed together.</summary>
internal sealed unsafe class ScratchRows : IDisposable
{
    private const int Room = 256;

    private readonly List<AlignedMemory> _blocks = [];

    /// <summary>Allocates a row.</summary>
    /// <typeparam name="TSample">Type of the samples.</typeparam>
    /// <param name="length">Number of samples.</param>
    public TSample* Allocate<TSample>(int length)
        where TSample : unmanaged
    {
        var block = new AlignedMemory(AlignedMemory.Align(((nint)length * sizeof(TSample)) + (2 * Room)));
        _blocks.Add(block);
        return (TSample*)(block.Start + Room);
    }

    /// <summary>Allocates a row of each band.</summary>
    /// <typeparam name="TSample">Type of the samples.</typeparam>
    /// <param name="length">Number of samples.</param>
    public BandRows<TSample> AllocateBands<TSample>(int length)
        where TSample : unmanaged => new(Allocate<TSample>(length), Allocate<TSample>(length), Allocate<TSample>(length));

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (AlignedMemory block in _blocks)
        {
            block.Dispose();
        }

        _blocks.Clear();
    }
}

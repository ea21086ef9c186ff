using System.Runtime.InteropServices;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Features.Vif;

/// <summary>The two pictures of one of the smaller scales, 16 bits a sample. Kernels may write a register past a row's end.</summary>
internal sealed unsafe class VifPlanes : IDisposable
{
    private const int RegisterBytes = 64;

    private readonly nint _strideInBytes;
    private byte* _memory;

    /// <summary>Allocates the planes.</summary>
    /// <param name="width">Samples in a row.</param>
    /// <param name="height">Number of rows.</param>
    public VifPlanes(int width, int height)
    {
        Width = width;
        Height = height;
        _strideInBytes = ((((nint)width * sizeof(ushort)) + RegisterBytes - 1) & -RegisterBytes) + RegisterBytes;
        _memory = (byte*)NativeMemory.AlignedAlloc((nuint)(2 * _strideInBytes * height), RegisterBytes);
    }

    /// <summary>Frees the planes if nobody did.</summary>
    ~VifPlanes() => Free();

    /// <summary>Samples in a row.</summary>
    public int Width { get; }

    /// <summary>Number of rows.</summary>
    public int Height { get; }

    /// <summary>The reference picture.</summary>
    public PlaneView Reference => new(_memory, _strideInBytes, Width, Height, VifArithmetic.InnerBitDepth);

    /// <summary>The distorted picture.</summary>
    public PlaneView Distorted => new(_memory + (_strideInBytes * Height), _strideInBytes, Width, Height, VifArithmetic.InnerBitDepth);

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

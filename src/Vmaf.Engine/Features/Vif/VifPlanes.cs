using Vmaf.Engine.Simd;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Features.Vif;

/// <summary>The two pictures of one of the smaller scales, 16 bits a sample. Kernels may write a register past a row's end.</summary>
internal sealed unsafe class VifPlanes : AlignedMemory
{
    private readonly nint _strideInBytes;

    /// <summary>Allocates the planes.</summary>
    /// <param name="width">Samples in a row.</param>
    /// <param name="height">Number of rows.</param>
    public VifPlanes(int width, int height)
        : base(2 * StrideInBytes(width) * height, isZeroed: false)
    {
        Width = width;
        Height = height;
        _strideInBytes = StrideInBytes(width);
    }

    /// <summary>Samples in a row.</summary>
    public int Width { get; }

    /// <summary>Number of rows.</summary>
    public int Height { get; }

    /// <summary>The reference picture.</summary>
    public PlaneView Reference => new(Start, _strideInBytes, Width, Height, VifArithmetic.InnerBitDepth);

    /// <summary>The distorted picture.</summary>
    public PlaneView Distorted => new(Start + (_strideInBytes * Height), _strideInBytes, Width, Height, VifArithmetic.InnerBitDepth);

    // A row, and a register past its end.
    private static nint StrideInBytes(int width) => Align((nint)width * sizeof(ushort)) + Alignment;
}

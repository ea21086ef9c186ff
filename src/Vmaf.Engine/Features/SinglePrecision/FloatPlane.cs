using System.Runtime.InteropServices;

namespace Vmaf.Engine.Features.SinglePrecision;

/// <summary>
/// Rows of floats in unmanaged memory, aligned to 64 bytes and zeroed. <see cref="Margin"/> floats before and after each row may be
/// read and written.
/// </summary>
internal sealed unsafe class FloatPlane : IDisposable
{
    /// <summary>Room at either end of a row, in floats: a register, or the reach of a filter.</summary>
    public const int Margin = 64;

    private const int Alignment = 64;

    // An odd number of cache lines, so that the rows of a column do not fall into one cache set.
    private readonly nint _stride;
    private float* _memory;

    /// <summary>Allocates a plane.</summary>
    /// <param name="width">Floats in a row.</param>
    /// <param name="height">Number of rows.</param>
    public FloatPlane(int width, int height)
    {
        Width = width;
        Height = height;
        nint lines = (((nint)width + (2 * Margin) + 15) / 16) | 1;
        _stride = lines * 16;
        nuint size = (nuint)(_stride * height * sizeof(float));
        _memory = (float*)NativeMemory.AlignedAlloc(size, Alignment);
        NativeMemory.Clear(_memory, size);
    }

    /// <summary>Frees a plane that nobody disposed of.</summary>
    ~FloatPlane() => Free();

    /// <summary>Floats in a row.</summary>
    public int Width { get; }

    /// <summary>Number of rows.</summary>
    public int Height { get; }

    /// <summary>The first float of a row.</summary>
    /// <param name="y">Row number.</param>
    public float* Row(int y) => _memory + (y * _stride) + Margin;

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

using System.Runtime.InteropServices;
using Vmaf.Engine.Errors;

namespace Vmaf.Engine.Video;

/// <summary>
/// One frame of planar video in unmanaged memory, plane after plane: rows start on 64-byte boundaries, and where a row is a multiple of
/// 64 bytes the frame lies in memory as it does in a file. Reference-counted, because a frame may be
/// needed by several workers (a temporal feature reads its predecessors); the last <see cref="Release"/> gives it back to its pool.
/// </summary>
public sealed unsafe class VideoFrame
{
    private const int Alignment = 64;

    // Rows that are a multiple of this apart fall into one or two sets of the first-level cache, and filters that read a column of
    // rows evict their own data.
    private const int CacheSetPeriod = 2048;

    private readonly FramePool? _pool;
    private readonly byte* _memory;
    private readonly nint[] _planeOffsets;
    private readonly nint[] _planeStrides;
    private int _references;

    /// <summary>Allocates a frame.</summary>
    /// <param name="format">Size, chroma format and bit depth.</param>
    /// <param name="pool">The pool that the frame goes back to, or <see langword="null"/> to free it on the last release.</param>
    internal VideoFrame(VideoFormat format, FramePool? pool = null)
    {
        Format = format;
        _pool = pool;
        _planeOffsets = new nint[format.PlaneCount];
        _planeStrides = new nint[format.PlaneCount];
        nint size = 0;
        for (int plane = 0; plane < format.PlaneCount; plane++)
        {
            nint rowBytes = (nint)format.PlaneWidth(plane) * format.BytesPerSample;
            nint stride = (rowBytes + Alignment - 1) & -Alignment;
            _planeStrides[plane] = stride % CacheSetPeriod == 0 ? stride + Alignment : stride;
            _planeOffsets[plane] = size;
            size += _planeStrides[plane] * format.PlaneHeight(plane);
        }

        _memory = Allocate(size, format);
        SizeInBytes = size;
        GC.AddMemoryPressure(size);
    }

    /// <summary>Frees the memory of a frame that was never given back.</summary>
    ~VideoFrame() => FreeMemory();

    /// <summary>Size, chroma format and bit depth.</summary>
    public VideoFormat Format { get; }

    /// <summary>Bytes of unmanaged memory that the frame holds, padding included.</summary>
    public long SizeInBytes { get; }

    /// <summary>Whether nobody looks at the frame's chroma: readers that can pass over it without reading may leave it undefined.</summary>
    internal bool IsLumaOnly { get; set; }

    /// <summary>Start of the frame's memory, <see cref="SizeInBytes"/> long.</summary>
    internal byte* Memory => _memory;

    /// <summary>The luma plane.</summary>
    public PlaneView Luma => Plane(0);

    /// <summary>A plane: 0 luma, 1 Cb, 2 Cr.</summary>
    /// <param name="plane">Plane number, 0 to <see cref="VideoFormat.PlaneCount"/> − 1.</param>
    public PlaneView Plane(int plane) =>
        new(_memory + _planeOffsets[plane], _planeStrides[plane], Format.PlaneWidth(plane), Format.PlaneHeight(plane), Format.BitDepth);

    /// <summary>Bytes of memory of the first planes, padding included.</summary>
    /// <param name="planeCount">How many, at least 1.</param>
    internal nint PlanesSizeInBytes(int planeCount) =>
        _planeOffsets[planeCount - 1] + (_planeStrides[planeCount - 1] * Format.PlaneHeight(planeCount - 1));

    /// <summary>Allocates a frame that belongs to no pool, with one reference.</summary>
    /// <param name="format">Size, chroma format and bit depth.</param>
    public static VideoFrame Allocate(VideoFormat format)
    {
        var frame = new VideoFrame(format);
        frame.AddReference();
        return frame;
    }

    /// <summary>Counts one more user of the frame.</summary>
    public void AddReference() => Interlocked.Increment(ref _references);

    /// <summary>Counts one user less; the last one gives the frame back to its pool, or frees it.</summary>
    public void Release()
    {
        int left = Interlocked.Decrement(ref _references);
        ObjectDisposedException.ThrowIf(left < 0, this);
        if (left > 0)
        {
            return;
        }

        if (_pool is null)
        {
            Free();
        }
        else
        {
            _pool.Return(this);
        }
    }

    /// <summary>Copies all samples to a frame of the same format.</summary>
    internal void CopyTo(VideoFrame destination) => Buffer.MemoryCopy(_memory, destination._memory, destination.SizeInBytes, SizeInBytes);

    internal void Free()
    {
        FreeMemory();
        GC.SuppressFinalize(this);
    }

    private static byte* Allocate(nint size, VideoFormat format)
    {
        try
        {
            return (byte*)NativeMemory.AlignedAlloc((nuint)size, Alignment);
        }
        catch (OutOfMemoryException cause)
        {
            throw new VmafException(
                VmafErrorIds.OutOfMemory,
                $"There is not enough memory for another frame of {format} ({size} bytes).",
                "Use fewer threads, measure fewer videos at once, or smaller pictures.",
                innerException: cause);
        }
    }

    private void FreeMemory()
    {
        // A constructor that ran out of memory leaves a frame for the finaliser.
        if (SizeInBytes == 0)
        {
            return;
        }

        NativeMemory.AlignedFree(_memory);
        GC.RemoveMemoryPressure(SizeInBytes);
    }
}

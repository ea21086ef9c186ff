using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Simd;

namespace Vmaf.Engine.Video;

/// <summary>Reads frames as files hold them: plane after plane, rows without padding.</summary>
internal static unsafe class PackedFrame
{
    /// <summary>
    /// Reads one frame with a single read. The packed frame is put at the end of the frame's memory and its rows then move forward
    /// to their places; a row's place never reaches past its packed position, so that nothing unread is overwritten. Chroma that nobody
    /// looks at is passed over where that costs no reading.
    /// </summary>
    /// <returns>Bytes read or passed over: the size of a frame, or fewer if the source ended.</returns>
    public static int Read(ByteSource source, VideoFrame destination, CancellationToken cancellationToken)
    {
        VideoFormat format = destination.Format;
        int frameSize = checked((int)format.FrameSizeInBytes);
        bool passesChromaOver = destination.IsLumaOnly && source.SkipsWithoutReading;
        int planeCount = passesChromaOver ? 1 : format.PlaneCount;
        int size = passesChromaOver ? format.PlaneWidth(0) * format.PlaneHeight(0) * format.BytesPerSample : frameSize;
        nint room = destination.PlanesSizeInBytes(planeCount);
        byte* packed = destination.Memory + room - size;
        int read = source.Read(new Span<byte>(packed, size), cancellationToken);
        if (read < size)
        {
            return read;
        }

        if (size != room)
        {
            SpreadRows(destination, planeCount, packed);
        }

        return read + (int)source.Skip(frameSize - size, cancellationToken);
    }

    /// <summary>
    /// Checks that no sample is above the largest of its bit depth. A file with such samples was opened with the wrong bit depth or
    /// byte order; scored as it is, it would give a figure without meaning. Of a frame without chroma, luma alone is checked.
    /// </summary>
    /// <exception cref="VmafException"><see cref="VmafErrorIds.SampleOutOfRange"/>.</exception>
    public static void CheckSamples(VideoFrame frame, string name, long frameNumber)
    {
        int bitDepth = frame.Format.BitDepth;
        if (bitDepth is 8 or 16)
        {
            return;
        }

        int largest = (1 << bitDepth) - 1;
        int planeCount = frame.IsLumaOnly ? 1 : frame.Format.PlaneCount;
        for (int plane = 0; plane < planeCount; plane++)
        {
            PlaneView view = frame.Plane(plane);
            for (int y = 0; y < view.Height; y++)
            {
                ReadOnlySpan<ushort> row = view.RowWords(y);

                // The largest sample is all ones, so that one sample above it shows in the bits of all together.
                if (UnionOfBits(row) > largest)
                {
                    int x = row.IndexOfAnyExceptInRange((ushort)0, (ushort)largest);
                    throw new VmafException(
                        VmafErrorIds.SampleOutOfRange,
                        $"'{name}', frame {frameNumber}, plane {plane}: the sample at ({x}, {y}) is {row[x]}, but {bitDepth}-bit samples end at {largest}.",
                        "State the bit depth the file really has; samples must be little-endian with the value in the low bits.",
                        name);
                }
            }
        }
    }

    // Called for every row from the first frame on: too often to start in unoptimised code.
    [MethodImpl(JitHint.FullyAtOnce)]
    private static int UnionOfBits(ReadOnlySpan<ushort> row)
    {
        ushort union = 0;
        ReadOnlySpan<Vector512<ushort>> vectors = MemoryMarshal.Cast<ushort, Vector512<ushort>>(row);
        var unions = Vector512<ushort>.Zero;
        foreach (Vector512<ushort> vector in vectors)
        {
            unions |= vector;
        }

        for (int lane = 0; lane < Vector512<ushort>.Count; lane++)
        {
            union |= unions[lane];
        }

        foreach (ushort sample in row[(vectors.Length * Vector512<ushort>.Count)..])
        {
            union |= sample;
        }

        return union;
    }

    private static void SpreadRows(VideoFrame destination, int planeCount, byte* packed)
    {
        for (int plane = 0; plane < planeCount; plane++)
        {
            PlaneView view = destination.Plane(plane);
            int rowBytes = view.Width * view.BytesPerSample;
            for (int y = 0; y < view.Height; y++)
            {
                Buffer.MemoryCopy(packed, view.RowPointer(y), rowBytes, rowBytes);
                packed += rowBytes;
            }
        }
    }
}

using Vmaf.Engine.Errors;

namespace Vmaf.Engine.Video;

/// <summary>Counts the frames of a y4m file, without reading samples.</summary>
internal static class Y4mFrameCounter
{
    /// <summary>Counts the frames from where the source stands, and leaves it there.</summary>
    /// <returns>Number of frames; <see langword="null"/> for a pipe.</returns>
    /// <exception cref="VmafException">
    /// <see cref="VmafErrorIds.FileEmpty"/>, <see cref="VmafErrorIds.TruncatedFrame"/> or <see cref="VmafErrorIds.Y4mMalformed"/>.
    /// </exception>
    public static long? Count(ByteSource source, VideoFormat format, CancellationToken cancellationToken = default)
    {
        if (source is not FileByteSource file)
        {
            return null;
        }

        long start = file.Position;
        long rest = file.Length!.Value - start;
        if (rest == 0)
        {
            throw new VmafException(VmafErrorIds.FileEmpty, $"'{file.Name}' has a y4m header but no frame.", target: file.Name);
        }

        long slot = Y4mHeaderParser.BareFrameHeader.Length + format.FrameSizeInBytes;
        long count = rest / slot;
        if (rest % slot == 0 && IsBareHeaderAt(file, start) && IsBareHeaderAt(file, start + ((count - 1) * slot)))
        {
            file.Seek(start);
            return count;
        }

        // Frame headers with parameters, or a file that was cut: look at every header.
        file.Seek(start);
        for (count = 0; Y4mHeaderParser.ReadFrameHeader(file, format, count, cancellationToken); count++)
        {
            long skipped = file.Skip(format.FrameSizeInBytes, cancellationToken);
            FrameCheck.Complete(file.Name, count, skipped, format, MiswrittenY4m.Hint(format));
        }

        file.Seek(start);
        return count;
    }

    private static bool IsBareHeaderAt(FileByteSource file, long position)
    {
        file.Seek(position);
        return file.Peek(Y4mHeaderParser.BareFrameHeader.Length).AsSpan().SequenceEqual(Y4mHeaderParser.BareFrameHeader);
    }
}

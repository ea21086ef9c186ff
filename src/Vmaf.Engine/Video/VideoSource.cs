using Microsoft.Win32.SafeHandles;
using Vmaf.Engine.Errors;

namespace Vmaf.Engine.Video;

/// <summary>Opens a video, whatever it is: y4m or raw, a file, a named pipe or standard input.</summary>
public static class VideoSource
{
    /// <summary>The path that stands for standard input.</summary>
    public const string StandardInput = "-";

    /// <summary>
    /// Opens a video. A file that starts with <c>YUV4MPEG2</c> is y4m; anything else is raw video, whose format comes from
    /// <paramref name="hints"/> and, where they are silent, from the file's name. With a size but no pixel format known, 8-bit 4:2:0
    /// is meant.
    /// </summary>
    /// <param name="path">The file's path, or <c>-</c> for standard input.</param>
    /// <param name="hints">What is known about the format of raw video; not used for y4m.</param>
    /// <returns>The open video; the caller disposes it.</returns>
    /// <exception cref="VmafException">
    /// <see cref="VmafErrorIds.FileNotFound"/>, <see cref="VmafErrorIds.FileUnreadable"/>, <see cref="VmafErrorIds.FileEmpty"/>,
    /// <see cref="VmafErrorIds.FormatUnsupported"/>, <see cref="VmafErrorIds.Y4mMalformed"/>, <see cref="VmafErrorIds.TruncatedFrame"/>,
    /// <see cref="VmafErrorIds.RawFormatUnknown"/> or <see cref="VmafErrorIds.RawLengthMismatch"/>.
    /// </exception>
    public static IFrameSource Open(string path, RawVideoHints? hints = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return path == StandardInput ? Open(OpenStandardInput(), StandardInput, hints) : Open(OpenFile(path), hints);
    }

    /// <summary>Opens a video that comes from a stream, read from where it stands.</summary>
    /// <param name="stream">The stream; it belongs to the video from now on, and is closed if opening fails.</param>
    /// <param name="name">What the stream is called in messages; a raw format is looked for in it too.</param>
    /// <param name="hints">What is known about the format of raw video.</param>
    /// <exception cref="VmafException">As for <see cref="Open(string, RawVideoHints?)"/>.</exception>
    public static IFrameSource Open(Stream stream, string name, RawVideoHints? hints = null) =>
        Open(new StreamByteSource(stream, name), hints);

    private static IFrameSource Open(ByteSource source, RawVideoHints? hints)
    {
        try
        {
            byte[] start = source.Peek(ByteSource.MaximumPeek);
            if (start.Length == 0)
            {
                throw new VmafException(VmafErrorIds.FileEmpty, $"'{source.Name}' is empty.", target: source.Name);
            }

            if (start.AsSpan().StartsWith(Y4mHeaderParser.Signature) || IsY4mByName(source.Name))
            {
                return new Y4mReader(source);
            }

            return new RawYuvReader(source, RawFormat(source, hints ?? new RawVideoHints(), start));
        }
        catch
        {
            source.Dispose();
            throw;
        }
    }

    private static VideoFormat RawFormat(ByteSource source, RawVideoHints hints, byte[] start)
    {
        bool isStated = hints.Width is not null && hints.Height is not null;
        if (ContainerSignature.Find(source.Name, start, isCertain: isStated) is { } container)
        {
            string output = Path.ChangeExtension(Path.GetFileName(source.Name), ".y4m");
            throw new VmafException(
                VmafErrorIds.FormatUnsupported,
                $"'{source.Name}' is an encoded video ({container}); this version reads y4m and raw video only.",
                $"Decode it first: ffmpeg -i \"{source.Name}\" -strict -1 \"{output}\"",
                source.Name);
        }

        if (hints.Chroma is null || hints.BitDepth is null || !isStated)
        {
            hints = hints.Or(RawVideoNaming.Parse(source.Name));
        }

        if (hints.Width is { } width && hints.Height is { } height)
        {
            return new VideoFormat(width, height, hints.Chroma ?? ChromaFormat.Yuv420, hints.BitDepth ?? 8);
        }

        string sizes = source.Length is { } length ? RawLength.Suggest(length) : string.Empty;
        throw new VmafException(
            VmafErrorIds.RawFormatUnknown,
            $"'{source.Name}' is raw video of unknown size: neither was a size stated nor is one in the name.",
            "State width, height, pixel format and bit depth, or name the file like 'clip_1920x1080_yuv420p.yuv'."
                + (sizes.Length > 0 ? $" Its length fits {sizes}." : string.Empty),
            source.Name);
    }

    private static bool IsY4mByName(string name) => Path.GetExtension(name).Equals(".y4m", StringComparison.OrdinalIgnoreCase);

    private static Stream OpenStandardInput()
    {
        using var handle = new SafeFileHandle(0, ownsHandle: false);
        PipeCapacity.TryEnlarge(handle);
        return Console.OpenStandardInput();
    }

    private static ByteSource OpenFile(string path)
    {
        if (Directory.Exists(path))
        {
            throw new VmafException(VmafErrorIds.FileUnreadable, $"'{path}' is a folder, not a video file.", "Give the path of a file.", path);
        }

        try
        {
            var stream = new FileStream(path, new FileStreamOptions
            {
                Access = FileAccess.Read,
                Share = FileShare.ReadWrite | FileShare.Delete,
                Mode = FileMode.Open,
                Options = FileOptions.SequentialScan,
                BufferSize = 0,
            });
            if (stream.CanSeek)
            {
                return new FileByteSource(stream, path);
            }

            PipeCapacity.TryEnlarge(stream.SafeFileHandle);
            return new StreamByteSource(stream, path);
        }
        catch (Exception cause) when (cause is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new VmafException(VmafErrorIds.FileNotFound, $"'{path}' does not exist.", NearestNames(path), path, cause);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new VmafException(VmafErrorIds.FileUnreadable, $"'{path}' cannot be opened: {cause.Message}", "Check the path and your permission to read it.", path, cause);
        }
    }

    private static string NearestNames(string path)
    {
        const int MostNames = 1000;
        string folder = Path.GetDirectoryName(Path.GetFullPath(path)) ?? ".";
        if (!Directory.Exists(folder))
        {
            return $"The folder '{folder}' does not exist either.";
        }

        try
        {
            string nearest = NameSuggestion.Nearest(
                Path.GetFileName(path),
                Directory.EnumerateFiles(folder).Take(MostNames).Select(file => Path.GetFileName(file)!));
            return nearest.Length > 0 ? $"Check the spelling; the nearest names in '{folder}' are: {nearest}." : $"The folder '{folder}' has no files.";
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            return "Check the spelling.";
        }
    }
}

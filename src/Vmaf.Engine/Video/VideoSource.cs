using Microsoft.Win32.SafeHandles;
using Vmaf.Engine.Decoding;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Fifo.Messages;

namespace Vmaf.Engine.Video;

/// <summary>Opens a video, whatever it is: y4m, raw or encoded, a file, a named pipe or standard input.</summary>
public static class VideoSource
{
    /// <summary>The path that stands for standard input.</summary>
    public const string StandardInput = "-";

    /// <summary>
    /// Opens a video. A file that starts with <c>YUV4MPEG2</c> is y4m; one with the marks of an encoded video goes through ffmpeg
    /// (<see cref="DecodedVideoSource"/>); anything else is raw video, whose format comes from <paramref name="hints"/> and, where they are
    /// silent, from the file's name. With a size but no pixel format known, 8-bit 4:2:0 is meant.
    /// </summary>
    /// <param name="path">The file's path, or <c>-</c> for standard input.</param>
    /// <param name="hints">What is known about the format of raw video; not used for y4m.</param>
    /// <param name="decoding">What to do with the frames on their way; y4m and raw files too go through ffmpeg if it asks for a change.</param>
    /// <param name="cancellationToken">Ends the probing of an encoded video, and the wait for a pipe whose producer has not started.</param>
    /// <returns>The open video; the caller disposes it.</returns>
    /// <exception cref="VmafException">
    /// <see cref="VmafErrorIds.FileNotFound"/>, <see cref="VmafErrorIds.FileUnreadable"/>, <see cref="VmafErrorIds.FileEmpty"/>,
    /// <see cref="VmafErrorIds.FormatUnsupported"/>, <see cref="VmafErrorIds.Y4mMalformed"/>, <see cref="VmafErrorIds.TruncatedFrame"/>,
    /// <see cref="VmafErrorIds.RawFormatUnknown"/> or <see cref="VmafErrorIds.RawLengthMismatch"/>; for encoded videos those of
    /// <see cref="DecodedVideoSource"/>.
    /// </exception>
    public static IFrameSource Open(
        string path, RawVideoHints? hints = null, DecodeOptions? decoding = null, CancellationToken cancellationToken = default) =>
        Open(path, hints, decoding, preparation: null, cancellationToken);

    internal static IFrameSource Open(
        string path, RawVideoHints? hints, DecodeOptions? decoding, DecodingPreparation? preparation, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ByteSource bytes = path == StandardInput ? new StreamByteSource(OpenStandardInput(), StandardInput) : OpenFile(path, cancellationToken);
        bool isFile = bytes.Length is not null;
        if (isFile && Container(bytes, hints ?? new RawVideoHints()) is not null)
        {
            bytes.Dispose();
            return preparation is null
                ? DecodedVideoSource.Open(path, decoding, cancellationToken)
                : DecodedVideoSource.Open(preparation, decoding ?? new DecodeOptions(), cancellationToken);
        }

        IFrameSource video = Open(bytes, hints, cancellationToken);
        bool isChanged = decoding?.Changes(video.Format) == true;
        if (!isChanged && !(isFile && decoding?.FifoMode == FifoMode.Always))
        {
            return video;
        }

        using (video)
        {
            return (isFile, isChanged) switch
            {
                (true, true) => DecodedVideoSource.Open(
                    path, decoding! with { RawFormat = video is RawYuvReader ? video.Format : null }, cancellationToken),
                (true, false) => WorkfileSource.Open(
                    path, video.Format, video.FrameRate, new ClipInput(Path.GetFullPath(path), video.Format, null), decoding!, preparation: null, cancellationToken),
                _ => throw new VmafException(
                    VmafErrorIds.FormatUnsupported, $"'{path}' is a pipe; only the frames of files can be scaled or filtered.", "Write it to a file first.", path),
            };
        }
    }

    /// <summary>Whether a video would pass through ffmpeg.</summary>
    /// <param name="path">The file's path.</param>
    /// <param name="hints">What is known about the format of raw video.</param>
    /// <param name="decoding">What to do with the frames on their way.</param>
    /// <param name="cancellationToken">Ends the wait for a pipe whose producer has not started.</param>
    /// <returns><see langword="false"/> for pipes, which cannot be looked into without reading them.</returns>
    /// <exception cref="VmafException">As for <see cref="Open(string, RawVideoHints?, DecodeOptions?, CancellationToken)"/>.</exception>
    public static bool NeedsDecoder(
        string path, RawVideoHints? hints = null, DecodeOptions? decoding = null, CancellationToken cancellationToken = default)
    {
        if (!FileTarget.HasContent(path))
        {
            return false;
        }

        ByteSource bytes = OpenFile(path, cancellationToken);
        if (bytes.Length is not null && Container(bytes, hints ?? new RawVideoHints()) is not null)
        {
            bytes.Dispose();
            return true;
        }

        using IFrameSource video = Open(bytes, hints, cancellationToken);
        return decoding?.Changes(video.Format) == true;
    }

    /// <summary>Opens a video that comes from a stream, read from where it stands.</summary>
    /// <param name="stream">The stream; it belongs to the video from now on, and is closed if opening fails.</param>
    /// <param name="name">What the stream is called in messages; a raw format is looked for in it too.</param>
    /// <param name="hints">What is known about the format of raw video.</param>
    /// <exception cref="VmafException">As for <see cref="Open(string, RawVideoHints?, DecodeOptions?, CancellationToken)"/>.</exception>
    public static IFrameSource Open(Stream stream, string name, RawVideoHints? hints = null) =>
        Open(new StreamByteSource(stream, name), hints, CancellationToken.None);

    private static IFrameSource Open(ByteSource source, RawVideoHints? hints, CancellationToken cancellationToken)
    {
        try
        {
            byte[] start = source.Peek(ByteSource.MaximumPeek, cancellationToken);
            if (start.Length == 0)
            {
                throw new VmafException(VmafErrorIds.FileEmpty, $"'{source.Name}' is empty.", target: source.Name);
            }

            if (start.AsSpan().StartsWith(Y4mHeaderParser.Signature) || IsY4mByName(source.Name))
            {
                return new Y4mReader(source, cancellationToken);
            }

            return new RawYuvReader(source, RawFormat(source, hints ?? new RawVideoHints()));
        }
        catch
        {
            source.Dispose();
            throw;
        }
    }

    /// <summary>Name of the container that a file is in; <see langword="null"/> for y4m and raw files and for pipes.</summary>
    internal static string? FindContainer(string path, RawVideoHints? hints, CancellationToken cancellationToken)
    {
        using ByteSource bytes = OpenFile(path, cancellationToken);
        return bytes.Length is null ? null : Container(bytes, hints ?? new RawVideoHints());
    }

    private static string? Container(ByteSource source, RawVideoHints hints)
    {
        byte[] start = source.Peek(ByteSource.MaximumPeek);
        return start.Length == 0 || start.AsSpan().StartsWith(Y4mHeaderParser.Signature) || IsY4mByName(source.Name)
            ? null
            : ContainerSignature.Find(source.Name, start, isCertain: hints.Width is not null && hints.Height is not null);
    }

    private static VideoFormat RawFormat(ByteSource source, RawVideoHints hints)
    {
        if (Container(source, hints) is { } container)
        {
            throw new VmafException(
                VmafErrorIds.FormatUnsupported,
                $"'{source.Name}' is an encoded video ({container}) that comes through a pipe; only files are decoded.",
                "Give the file, or decode it on the way: ffmpeg -i INPUT -f yuv4mpegpipe -strict -1 - | …",
                source.Name);
        }

        if (hints.Chroma is null || hints.BitDepth is null || hints.Width is null || hints.Height is null)
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

    private static ByteSource OpenFile(string path, CancellationToken cancellationToken)
    {
        if (Directory.Exists(path))
        {
            throw new VmafException(VmafErrorIds.FileUnreadable, $"'{path}' is a folder, not a video file.", "Give the path of a file.", path);
        }

        try
        {
            FileStream stream = OpenStream(path, cancellationToken);

            // Devices such as /dev/zero can seek, but have no length.
            if (stream is { CanSeek: true, Length: > 0 })
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

    /// <summary>
    /// Opens a file on a thread of its own: the system holds whoever opens a named pipe until its producer opens it too, and nothing
    /// but the producer can end that.
    /// </summary>
    private static FileStream OpenStream(string path, CancellationToken cancellationToken)
    {
        var options = new FileStreamOptions
        {
            Access = FileAccess.Read,
            Share = FileShare.ReadWrite | FileShare.Delete,
            Mode = FileMode.Open,
            Options = FileOptions.SequentialScan,
            BufferSize = 0,
        };
        Task<FileStream> opening = Task.Factory.StartNew(
            () => new FileStream(path, options), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            return opening.WaitAsync(cancellationToken).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            opening.ContinueWith(
                late => late.Result.Dispose(), CancellationToken.None, TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default);
            throw;
        }
    }

    private static string NearestNames(string path)
    {
        const int MostNames = 1000;
        if (path.Contains('\uFFFD', StringComparison.Ordinal))
        {
            // .NET shows what is no UTF-8 in a name by this character, and cannot turn it back.
            return "The name seems to be written in another encoding than UTF-8, and .NET cannot open such files: rename it.";
        }

        string folder = Path.GetDirectoryName(Path.GetFullPath(path)) ?? ".";
        if (!Directory.Exists(folder))
        {
            return $"The folder '{folder}' does not exist either.";
        }

        try
        {
            string similar = NameSuggestion.Similar(
                Path.GetFileName(path),
                Directory.EnumerateFiles(folder).Take(MostNames).Select(file => Path.GetFileName(file)!));
            return similar.Length > 0
                ? $"Check the spelling; similar names in '{folder}' are: {similar}."
                : $"Check the path; '{folder}' has no file with a similar name.";
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            return "Check the spelling.";
        }
    }
}

using Vmaf.Engine.Alignment;
using Vmaf.Engine.Decoding;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Pairs;

/// <summary>A reference and a distorted clip that can be compared: same size, chroma format and bit depth.</summary>
public sealed class ClipPair : IDisposable
{
    /// <summary>How many frames at the start are watched for an offset, and the largest offset looked for.</summary>
    private const int WatchedFrames = 60;
    private const int LargestWatchedOffset = 15;

    private readonly PairWatch? _watch;
    private readonly IFrameSource _distortedFile;
    private readonly double? _statedFramesPerSecond;

    /// <summary>Makes a pair of open clips.</summary>
    /// <param name="reference">The reference; it belongs to the pair from now on, and is closed if the pair does not fit.</param>
    /// <param name="distorted">The distorted clip; likewise.</param>
    /// <param name="options">Skips, times, the frame limit, processing, and the common bit depth; the hints are not used here.</param>
    /// <exception cref="VmafException">
    /// <see cref="VmafErrorIds.SizeMismatch"/>, <see cref="VmafErrorIds.FormatMismatch"/>, <see cref="VmafErrorIds.RangeMismatch"/>,
    /// <see cref="VmafErrorIds.RotationMismatch"/>, <see cref="VmafErrorIds.FrameRateUnknown"/> or <see cref="VmafErrorIds.NoFrames"/>.
    /// </exception>
    public ClipPair(IFrameSource reference, IFrameSource distorted, ClipPairOptions? options = null)
        : this(reference, distorted, options ?? new ClipPairOptions(), isReferenceCut: false)
    {
    }

    private ClipPair(IFrameSource reference, IFrameSource distorted, ClipPairOptions options, bool isReferenceCut)
    {
        try
        {
            ClipPairChecks.FormatsFit(reference, distorted, options.UseCommonBitDepth);
            ClipPairChecks.ProbesFit(reference, distorted);
            FrameRateDifference = ClipPairChecks.CompareRates(reference, distorted, options);
            _distortedFile = distorted;
            _statedFramesPerSecond = options.FramesPerSecond ?? reference.FrameRate?.FramesPerSecond;
            ReferenceSkippedFrames = OfReference(options).Part(reference).SkippedFrames;
            DistortedSkippedFrames = OfDistorted(options).Part(distorted).SkippedFrames;
            if (!isReferenceCut)
            {
                reference = OfReference(options).Cut(reference);
            }

            distorted = OfDistorted(options).Cut(distorted);
            int bitDepth = Math.Max(reference.Format.BitDepth, distorted.Format.BitDepth);
            Reference = reference = AtBitDepth(reference, bitDepth);
            Distorted = distorted = AtBitDepth(distorted, bitDepth);
            if (options.WatchesDifferences)
            {
                _watch = new PairWatch(reference, distorted);
                Reference = reference = _watch.Reference;
                Distorted = distorted = _watch.Distorted;
            }

            if (options.WatchesOffset)
            {
                Reference = reference = new SignedSource(reference, WatchedFrames);
                Distorted = distorted = new SignedSource(distorted, WatchedFrames);
            }

            ClipPairChecks.FramesAreLeft(Reference, ReferenceSkippedFrames);
            ClipPairChecks.FramesAreLeft(Distorted, DistortedSkippedFrames);
        }
        catch
        {
            reference.Dispose();
            distorted.Dispose();
            throw;
        }
    }

    /// <summary>The reference, after skips.</summary>
    public IFrameSource Reference { get; }

    /// <summary>The distorted clip, after skips.</summary>
    public IFrameSource Distorted { get; }

    /// <summary>Frames of the reference that come before the first compared one.</summary>
    public long ReferenceSkippedFrames { get; }

    /// <summary>Frames of the distorted clip that come before the first compared one.</summary>
    public long DistortedSkippedFrames { get; }

    /// <summary>Size, chroma format and bit depth of both.</summary>
    public VideoFormat Format => Reference.Format;

    /// <summary>Frames a second: what the reference says, else the distorted video; <see langword="null"/> where neither does.</summary>
    public FrameRate? FrameRate => Reference.FrameRate ?? Distorted.FrameRate;

    /// <summary>
    /// Both rates where the videos state different ones, so that different moments may be compared; <see langword="null"/> where a rate is
    /// not known or varies, or a filter may change it.
    /// </summary>
    public FrameRateDifference? FrameRateDifference { get; }

    /// <summary>
    /// Both numbers of frames to compare where they differ as far as containers say; <see langword="null"/> where they are equal, one is
    /// not known, or both are known for certain, so that a run needs no guess.
    /// </summary>
    public FrameCountDifference? FrameCountDifference => Pairs.FrameCountDifference.Find(Reference, Distorted);

    /// <summary>Number of frames that both have; <see langword="null"/> unless both lengths are known from the start.</summary>
    public long? FrameCount => Reference.FrameCount is { } reference && Distorted.FrameCount is { } distorted
        ? Math.Min(reference, distorted)
        : null;

    /// <summary>
    /// The offset at which the frames read so far fit best, if it was watched for and both clips had frames; else <see langword="null"/>, as
    /// between different frame rates, where an offset means nothing. Ask when reading is over.
    /// </summary>
    public OffsetMatch? FindOffset() =>
        FrameRateDifference is null
            && Reference is SignedSource { Signatures: { Count: > 0 } reference }
            && Distorted is SignedSource { Signatures: { Count: > 0 } distorted }
            ? OffsetFinder.Best(reference, distorted, LargestWatchedOffset)
            : null;

    /// <summary>
    /// What the whole distorted clip takes, in kilobits (1000 bits) a second, as <see cref="VideoBitrate"/> finds it. Raw video counts as
    /// being of the stated rate, else of the reference's.
    /// </summary>
    /// <param name="cancellationToken">Ends the reading of packets, where only they tell.</param>
    /// <returns><see langword="null"/> where it is not known.</returns>
    public double? FindDistortedKilobitsPerSecond(CancellationToken cancellationToken = default) =>
        VideoBitrate.Find(_distortedFile, _statedFramesPerSecond, cancellationToken);

    /// <summary>
    /// What was seen of each pair of frames read so far, if it was asked for; <see langword="null"/> for a pair that was passed over. Ask
    /// when reading is over.
    /// </summary>
    public IReadOnlyList<PairObservation?> Observations => _watch?.Observations ?? [];

    /// <summary>Opens two videos as a pair.</summary>
    /// <param name="referencePath">Path of the reference, or <c>-</c> for standard input.</param>
    /// <param name="distortedPath">Path of the distorted clip, or <c>-</c> for standard input; not both.</param>
    /// <param name="options">Formats of raw clips, what to do with frames on their way, skips, the frame limit.</param>
    /// <param name="cancellationToken">Ends the probing of encoded videos, and the wait for a pipe whose producer has not started.</param>
    /// <exception cref="VmafException">
    /// As for <see cref="VideoSource.Open(string, RawVideoHints?, DecodeOptions?, CancellationToken)"/> and the constructor.
    /// </exception>
    public static ClipPair Open(
        string referencePath, string distortedPath, ClipPairOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new ClipPairOptions();
        if (referencePath == VideoSource.StandardInput && distortedPath == VideoSource.StandardInput)
        {
            throw new VmafException(
                VmafErrorIds.FileUnreadable,
                "Reference and distorted cannot both come from standard input.",
                "Give one of them as a file or a named pipe.",
                VideoSource.StandardInput);
        }

        // Begun before anything is waited for, so that both sides start side by side.
        using DecodingPreparation? forReference = DecodingPreparation.BeginIfEncoded(
            referencePath, options.ReferenceHints, OfReference(options).Decoding(referencePath), cancellationToken);
        using DecodingPreparation? forDistorted = PrepareDistorted(distortedPath, options, cancellationToken);
        IFrameSource reference = OpenReferencePart(referencePath, options, forReference, cancellationToken);
        return Open(reference, distortedPath, options, forDistorted, cancellationToken);
    }

    /// <summary>Begins to prepare a distorted clip that will be opened as soon as the reference is.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="options">Those that it will be opened with.</param>
    /// <param name="cancellationToken">Ends the probing of an encoded video.</param>
    /// <returns>
    /// To be handed to <see cref="Open(IFrameSource, string, ClipPairOptions, DecodingPreparation?, CancellationToken)"/> and then disposed of;
    /// <see langword="null"/> where there is nothing to prepare.
    /// </returns>
    public static DecodingPreparation? PrepareDistorted(string path, ClipPairOptions options, CancellationToken cancellationToken = default) =>
        DecodingPreparation.BeginIfEncoded(path, options.DistortedHints, options.DistortedDecoding, cancellationToken);

    /// <summary>Opens the part of a reference that is to be compared. One that is shared by several pairs can be opened so.</summary>
    /// <param name="path">Its path, or <c>-</c> for standard input.</param>
    /// <param name="options">Those of the pairs that it is for.</param>
    /// <param name="cancellationToken">Ends the probing of an encoded video, and the wait for a pipe whose producer has not started.</param>
    /// <exception cref="VmafException">As for <see cref="Open(string, string, ClipPairOptions?, CancellationToken)"/>.</exception>
    public static IFrameSource OpenReference(string path, ClipPairOptions options, CancellationToken cancellationToken = default) =>
        OpenReferencePart(path, options, preparation: null, cancellationToken);

    private static IFrameSource OpenReferencePart(
        string path, ClipPairOptions options, DecodingPreparation? preparation, CancellationToken cancellationToken)
    {
        IFrameSource reference = VideoSource.Open(
            path, options.ReferenceHints, OfReference(options).Decoding(path), preparation, cancellationToken);
        try
        {
            return OfReference(options).Cut(reference);
        }
        catch
        {
            reference.Dispose();
            throw;
        }
    }

    /// <summary>Makes a pair of a reference that is open and a distorted clip.</summary>
    /// <param name="reference">
    /// What <see cref="OpenReference"/> gave, or a reader of it; it belongs to the pair from now on, and is closed if there comes to be none.
    /// </param>
    /// <param name="distortedPath">Path of the distorted clip.</param>
    /// <param name="options">Those that the reference was opened with.</param>
    /// <param name="cancellationToken">Ends the probing of an encoded video, and the wait for a pipe whose producer has not started.</param>
    /// <exception cref="VmafException">As for <see cref="Open(string, string, ClipPairOptions?, CancellationToken)"/>.</exception>
    public static ClipPair Open(
        IFrameSource reference, string distortedPath, ClipPairOptions options, CancellationToken cancellationToken = default) =>
        Open(reference, distortedPath, options, preparation: null, cancellationToken);

    /// <summary>Makes a pair of a reference that is open and a distorted clip that was prepared.</summary>
    /// <param name="reference">As for the other overload.</param>
    /// <param name="distortedPath">Path of the distorted clip.</param>
    /// <param name="options">Those that the reference was opened with.</param>
    /// <param name="preparation">What <see cref="PrepareDistorted"/> gave for the same clip; the caller disposes of it.</param>
    /// <param name="cancellationToken">As for the other overload.</param>
    /// <exception cref="VmafException">As for <see cref="Open(string, string, ClipPairOptions?, CancellationToken)"/>.</exception>
    public static ClipPair Open(
        IFrameSource reference,
        string distortedPath,
        ClipPairOptions options,
        DecodingPreparation? preparation,
        CancellationToken cancellationToken = default)
    {
        IFrameSource distorted;
        try
        {
            distorted = VideoSource.Open(
                distortedPath,
                options.DistortedHints,
                OfDistorted(options).Decoding(distortedPath, reference.Format),
                preparation,
                cancellationToken);
        }
        catch
        {
            reference.Dispose();
            throw;
        }

        return new ClipPair(reference, distorted, options, isReferenceCut: true);
    }

    /// <summary>Opens a video that is measured without a reference.</summary>
    /// <param name="distortedPath">Path of the video, or <c>-</c> for standard input.</param>
    /// <param name="options">As for a pair; nothing may be asked of the reference's frames.</param>
    /// <param name="cancellationToken">As for a pair.</param>
    /// <returns>The video, after skips; the caller disposes it.</returns>
    /// <exception cref="VmafException">
    /// As for <see cref="VideoSource.Open(string, RawVideoHints?, DecodeOptions?, CancellationToken)"/>, <see cref="VmafErrorIds.NoFrames"/>, or
    /// <see cref="VmafErrorIds.OptionInvalid"/> if something is asked of the reference: a part, a filter, a callback, its size to scale to.
    /// </exception>
    public static IFrameSource OpenDistortedAlone(
        string distortedPath, ClipPairOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new ClipPairOptions();
        ReferenceRequests.RequireNone(options, distortedPath);
        IFrameSource video = VideoSource.Open(
            distortedPath, options.DistortedHints, OfDistorted(options).Decoding(distortedPath), cancellationToken);
        try
        {
            long skippedFrames = OfDistorted(options).Part(video).SkippedFrames;
            video = OfDistorted(options).Cut(video);
            ClipPairChecks.FramesAreLeft(video, skippedFrames);
            return video;
        }
        catch
        {
            video.Dispose();
            throw;
        }
    }

    /// <summary>Closes both clips.</summary>
    public void Dispose()
    {
        Reference.Dispose();
        Distorted.Dispose();
    }

    private static ClipSide OfReference(ClipPairOptions options) => new(options, VideoSide.Reference);

    private static ClipSide OfDistorted(ClipPairOptions options) => new(options, VideoSide.Distorted);

    private static IFrameSource AtBitDepth(IFrameSource clip, int bitDepth) =>
        bitDepth > clip.Format.BitDepth ? new BitDepthConverter(clip, bitDepth) : clip;
}

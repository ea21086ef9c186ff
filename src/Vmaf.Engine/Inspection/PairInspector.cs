using Vmaf.Engine.Errors;
using Vmaf.Engine.Models;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Inspection;

/// <summary>Finds out, before hours of measuring, what would go wrong with a pair of videos.</summary>
public static class PairInspector
{
    /// <summary>Checks a pair. Encoded videos are read once to count their frames, and the beginnings of both are decoded.</summary>
    /// <param name="reference">Path of the reference.</param>
    /// <param name="distorted">Path of the distorted video.</param>
    /// <param name="options">How the pair is going to be measured.</param>
    /// <param name="cancellationToken">Ends the checks.</param>
    /// <returns>The checks one after the other; after the first two, if a video cannot be read, there are no more.</returns>
    /// <exception cref="OperationCanceledException">The checks were cancelled.</exception>
    public static IEnumerable<PairCheck> Inspect(
        string reference, string distorted, PairInspectionOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        (PairCheck check, VideoDescription? video) first = Read("Reference", reference, options.Pair.ReferenceHints, cancellationToken);
        yield return first.check;
        (PairCheck check, VideoDescription? video) second = Read("Distorted", distorted, options.Pair.DistortedHints, cancellationToken);
        yield return second.check;
        if (first.video is null || second.video is null)
        {
            yield break;
        }

        PairCheck?[] quick =
        [
            FormatChecks.Size(first.video, second.video, options.Pair),
            FormatChecks.PixelFormat(first.video, second.video),
            FormatChecks.BitDepth(first.video, second.video, options.Pair),
            FormatChecks.Range(first.video, second.video),
            FormatChecks.Rotation(first.video, second.video, options.Pair),
            FormatChecks.DynamicRange(first.video, second.video),
            FormatChecks.Interlacing(first.video, second.video),
            TimeChecks.FrameCount(first.video, second.video, options),
            TimeChecks.FrameRate(first.video, second.video),
        ];
        foreach (PairCheck check in quick.OfType<PairCheck>())
        {
            yield return check;
        }

        if (first.video.Format is not { } format || second.video.Format is null)
        {
            yield break;
        }

        foreach (ModelInfo model in options.Models)
        {
            yield return ModelSuitability.Check(model, format, first.video.FrameRate ?? second.video.FrameRate);
        }

        yield return FindOffset(reference, distorted, options.Pair, cancellationToken);
    }

    private static (PairCheck Check, VideoDescription? Video) Read(
        string name, string path, RawVideoHints? hints, CancellationToken cancellationToken)
    {
        try
        {
            VideoDescription video = VideoInspector.Inspect(path, hints, countsFrames: true, cancellationToken);
            return (new PairCheck(name, CheckStatus.Passed, $"'{Path.GetFileName(path)}' is {video.Size} {video.PixelFormatName}, {video.CodecName}."), video);
        }
        catch (VmafException error)
        {
            return (Failed(name, error), null);
        }
    }

    private static PairCheck FindOffset(string reference, string distorted, ClipPairOptions options, CancellationToken cancellationToken)
    {
        try
        {
            return TimeChecks.Offset(reference, distorted, options, cancellationToken);
        }
        catch (VmafException error)
        {
            return Failed(nameof(TimeChecks.Offset), error);
        }
    }

    private static PairCheck Failed(string name, VmafException error) => new(name, CheckStatus.Failed, error.Message, error.Remedy, error.ErrorId);
}

using Vmaf.Engine.Decoding;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Pairs;
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

        var checks = new List<PairCheck>();
        foreach (PairCheck check in Compare(first.video, second.video, options))
        {
            checks.Add(check);
            yield return check;
        }

        PairInspectionOptions quiet = options with { Pair = WithoutWarnings(options.Pair, [.. first.video.Warnings, .. second.video.Warnings]) };
        foreach (PairCheck check in Open(reference, distorted, quiet, checks, cancellationToken))
        {
            yield return check;
        }
    }

    /// <summary>The checks that the descriptions are enough for. What filters change is left to opening the pair.</summary>
    private static IEnumerable<PairCheck> Compare(VideoDescription reference, VideoDescription distorted, PairInspectionOptions options)
    {
        if (!HasFilters(options.Pair))
        {
            yield return FormatChecks.Size(reference, distorted, options.Pair);
            yield return FormatChecks.PixelFormat(reference, distorted);
            if (FormatChecks.BitDepth(reference, distorted, options.Pair) is { } depth)
            {
                yield return depth;
            }
        }

        yield return FormatChecks.Range(reference, distorted);
        yield return FormatChecks.Rotation(reference, distorted, options.Pair);
        yield return FormatChecks.DynamicRange(reference, distorted);
        yield return FormatChecks.Interlacing(reference, distorted, options.Pair);
        if (!HasFilters(options.Pair))
        {
            yield return Guard(nameof(TimeChecks.FrameCount), () => TimeChecks.FrameCount(reference, distorted, options));
            yield return Guard(nameof(TimeChecks.FrameRate), () => TimeChecks.FrameRate(reference, distorted, options));
        }
    }

    /// <summary>Opens the pair as it will be measured, and looks at the models and the beginnings.</summary>
    private static List<PairCheck> Open(
        string reference, string distorted, PairInspectionOptions options, List<PairCheck> known, CancellationToken cancellationToken)
    {
        const string Name = "Opening";
        var checks = new List<PairCheck>();
        try
        {
            using ClipPair clips = ClipPair.Open(reference, distorted, ForALook(options.Pair), cancellationToken);
            bool isScaled = clips.Distorted is IProbedVideo { IsScaled: true };
            checks.AddRange(options.Models.Select(model => model is null
                ? ModelSuitability.CheckChoice(options.Catalog, clips.Format, clips.FrameRate, isScaled)
                : ModelSuitability.Check(model, clips.Format, clips.FrameRate, isScaled)));
            checks.Add(Guard(nameof(TimeChecks.Offset), () => TimeChecks.Offset(clips, options.Pair, cancellationToken)));
        }
        catch (VmafException error) when (known.Any(check => check.Status == CheckStatus.Failed && check.ErrorId == error.ErrorId))
        {
            // A check has said so already, in more words.
        }
        catch (VmafException error)
        {
            checks.Add(Failed(Name, error));
        }

        return checks;
    }

    /// <summary>Only the beginnings are read, and no files of decoded frames are made for that.</summary>
    private static ClipPairOptions ForALook(ClipPairOptions options) => options with
    {
        MaximumFrames = Math.Min(TimeChecks.FramesRead, options.MaximumFrames ?? long.MaxValue),
        ReferenceDecoding = ForALook(options.ReferenceDecoding),
        DistortedDecoding = ForALook(options.DistortedDecoding),
    };

    private static DecodeOptions? ForALook(DecodeOptions? decoding) =>
        decoding is null ? null : decoding with { FifoMode = default, KeptWorkfileFolder = null };

    /// <summary>What the decoder would warn of again is what checks have been about.</summary>
    private static ClipPairOptions WithoutWarnings(ClipPairOptions options, IReadOnlyCollection<string> known) => options with
    {
        ReferenceDecoding = WithoutWarnings(options.ReferenceDecoding, known),
        DistortedDecoding = WithoutWarnings(options.DistortedDecoding, known),
    };

    private static DecodeOptions? WithoutWarnings(DecodeOptions? decoding, IReadOnlyCollection<string> known)
    {
        if (decoding?.Ready.OnWarning is not { } warn)
        {
            return decoding;
        }

        void WarnOfNews(string warning)
        {
            if (!known.Contains(warning))
            {
                warn(warning);
            }
        }

        return decoding with { Ready = decoding.Ready with { OnWarning = WarnOfNews } };
    }

    private static bool HasFilters(ClipPairOptions options) =>
        options.ReferenceDecoding is { Filters.Count: > 0 } || options.DistortedDecoding is { Filters.Count: > 0 };

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

    private static PairCheck Guard(string name, Func<PairCheck> check)
    {
        try
        {
            return check();
        }
        catch (VmafException error)
        {
            return Failed(name, error);
        }
    }

    private static PairCheck Failed(string name, VmafException error) => new(name, CheckStatus.Failed, error.Message, error.Remedy, error.ErrorId);
}

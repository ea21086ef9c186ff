using System.Globalization;
using Vmaf.Engine.Alignment;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Pairs;
using Vmaf.Engine.Scoring;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Inspection;

/// <summary>Checks of which frames are compared with which.</summary>
internal static class TimeChecks
{
    /// <summary>Frames that are read to look for a shift.</summary>
    public const int FramesRead = LargestOffset + ComparedFrames;

    private const int LargestOffset = 30;
    private const int ComparedFrames = 60;

    /// <summary>Whether both have the same number of frames to compare.</summary>
    /// <exception cref="VmafException">A part is asked for by time, and a frame rate is not known.</exception>
    public static PairCheck FrameCount(VideoDescription reference, VideoDescription distorted, PairInspectionOptions options)
    {
        long? first = Left(reference, options.Pair, VideoSide.Reference);
        long? second = Left(distorted, options.Pair, VideoSide.Distorted);
        if (first is not { } referenceFrames || second is not { } distortedFrames)
        {
            return new PairCheck(nameof(FrameCount), CheckStatus.Unknown, "Not both videos say how many frames they have.");
        }

        if (referenceFrames <= 0 || distortedFrames <= 0)
        {
            return new PairCheck(
                nameof(FrameCount), CheckStatus.Failed, "No frame is left to compare.", "Skip fewer frames.", VmafErrorIds.NoFrames);
        }

        if (referenceFrames == distortedFrames)
        {
            return new PairCheck(
                nameof(FrameCount), CheckStatus.Passed, string.Create(CultureInfo.InvariantCulture, $"{referenceFrames} frames of both are compared."));
        }

        string message = string.Create(
            CultureInfo.InvariantCulture, $"The reference has {referenceFrames} frames to compare, the distorted video {distortedFrames}.");
        bool isVariable = reference.HasVariableFrameRate || distorted.HasVariableFrameRate;
        if (isVariable)
        {
            message += " Frames are shown for unequal times, so that the first frames of the longer one are not the moments of the shorter one.";
        }

        string shorter = isVariable
            ? $"{VariableRateCheck.Remedy(reference, distorted)} Comparing only as many as the shorter one has would compare different moments."
            : "Find out where frames were lost, or allow comparing as many as the shorter one has.";
        return options.LengthPolicy == LengthPolicy.Shortest
            ? new PairCheck(
                nameof(FrameCount),
                CheckStatus.Warning,
                isVariable ? message : $"{message} Only as many as the shorter one has are compared.",
                isVariable ? shorter : null)
            : new PairCheck(nameof(FrameCount), CheckStatus.Failed, message, shorter, VmafErrorIds.LengthMismatch) { IsRemedyComplete = isVariable };
    }

    /// <summary>Whether both show as many frames a second, all for the same time.</summary>
    /// <exception cref="VmafException">A part is asked for by time, and a frame rate is not known.</exception>
    public static PairCheck FrameRate(VideoDescription reference, VideoDescription distorted, PairInspectionOptions options)
    {
        if (reference.HasVariableFrameRate || distorted.HasVariableFrameRate)
        {
            return VariableRateCheck.Check(
                nameof(FrameRate),
                reference,
                distorted,
                ComparedPart.Of(reference.Path, reference.FrameRate, options.Pair, VideoSide.Reference),
                ComparedPart.Of(distorted.Path, distorted.FrameRate, options.Pair, VideoSide.Distorted));
        }

        if (reference.FrameRate is not { } first || distorted.FrameRate is not { } second)
        {
            return new PairCheck(nameof(FrameRate), CheckStatus.Unknown, "Not both videos say their frame rate; raw video never does.");
        }

        return FrameRateDifference.Find(first, second) is { } difference
            ? new PairCheck(
                nameof(FrameRate),
                CheckStatus.Warning,
                difference.Describe("the distorted video"),
                $"Encode at the rate of the reference, or convert one of them with ffmpeg's fps filter, such as fps={difference.FilterArgument} for the distorted video.")
            : new PairCheck(nameof(FrameRate), CheckStatus.Passed, string.Create(CultureInfo.InvariantCulture, $"Both have {first.FramesPerSecond:0.###} fps."));
    }

    /// <summary>Whether the videos show the same thing at the same frame, by their beginnings.</summary>
    /// <param name="clips">The videos, which are read.</param>
    /// <param name="options">How they were opened.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="VmafException">A video cannot be read.</exception>
    public static PairCheck Offset(ClipPair clips, ClipPairOptions options, CancellationToken cancellationToken)
    {
        if (clips.FrameRateDifference is not null)
        {
            return new PairCheck(nameof(Offset), CheckStatus.Unknown, "A shift was not looked for: it means nothing between different frame rates.");
        }

        OffsetMatch match = OffsetFinder.Find(clips.Reference, clips.Distorted, LargestOffset, ComparedFrames, cancellationToken);
        if (!match.IsClearlyShifted)
        {
            return new PairCheck(nameof(Offset), CheckStatus.Passed, "No shift was found at the start.");
        }

        long frames = Math.Abs(match.OffsetFrames);
        bool isDistorted = match.OffsetFrames > 0;
        return new PairCheck(
            nameof(Offset),
            CheckStatus.Warning,
            string.Create(CultureInfo.InvariantCulture, $"The {(isDistorted ? "distorted video" : "reference")} has {Frames(frames)} more at its start."),
            string.Create(
                CultureInfo.InvariantCulture,
                $"Skip {Frames(frames + (isDistorted ? options.DistortedSkippedFrames : options.ReferenceSkippedFrames))} of it (-{(isDistorted ? "Distorted" : "Reference")}Skip), and compare as many as the shorter one then has (-Shortest)."));
    }

    private static string Frames(long count) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? "frame" : "frames")}");

    private static long? Left(VideoDescription video, ClipPairOptions options, VideoSide side)
    {
        ComparedPart part = ComparedPart.Of(video.Path, video.FrameRate, options, side);
        return video.FrameCount is { } count ? Math.Min(Math.Max(0, count - part.SkippedFrames), part.MaximumFrames ?? long.MaxValue) : null;
    }
}

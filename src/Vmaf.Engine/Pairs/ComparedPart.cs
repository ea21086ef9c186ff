using Vmaf.Engine.Errors;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Pairs;

/// <summary>Which frames of a clip are compared, worked out from skips, a frame limit and times.</summary>
/// <param name="SkippedFrames">Frames before the first one.</param>
/// <param name="MaximumFrames">The most frames; <see langword="null"/> for all.</param>
internal readonly record struct ComparedPart(long SkippedFrames, long? MaximumFrames)
{
    /// <summary>Frames up to the last one of the part; <see langword="null"/> where it goes to the end.</summary>
    public long? End => SkippedFrames + MaximumFrames;

    /// <summary>
    /// Works a part out. Times become frames as in the harness: start and end each rounded to the nearest frame, halves to the even one.
    /// </summary>
    /// <param name="clip">The clip's name, for messages.</param>
    /// <param name="frameRate">Its frame rate, where it says one.</param>
    /// <param name="options">What is asked for.</param>
    /// <param name="side">Which of the two the clip is.</param>
    /// <exception cref="VmafException">A time is asked for, and the frame rate is not known (<see cref="VmafErrorIds.FrameRateUnknown"/>).</exception>
    public static ComparedPart Of(string clip, FrameRate? frameRate, ClipPairOptions options, VideoSide side)
    {
        bool isReference = side == VideoSide.Reference;
        long skipped = isReference ? options.ReferenceSkippedFrames : options.DistortedSkippedFrames;
        TimeSpan start = (isReference ? options.ReferenceStart : options.DistortedStart) ?? TimeSpan.Zero;
        if (start == TimeSpan.Zero && options.Duration is null)
        {
            return new ComparedPart(skipped, options.MaximumFrames);
        }

        double framesPerSecond = frameRate?.FramesPerSecond ?? options.FramesPerSecond ?? throw new VmafException(
            VmafErrorIds.FrameRateUnknown,
            $"A part of '{clip}' is asked for by time, and its frame rate is not known.",
            "State the frame rate, or ask by frames.",
            clip);
        long first = Frames(start, framesPerSecond);
        long? length = options.Duration is { } duration ? Frames(start + duration, framesPerSecond) - first : null;
        return new ComparedPart(skipped + first, Lesser(length, options.MaximumFrames));
    }

    /// <summary>Cuts a clip to the part.</summary>
    /// <param name="clip">The clip; it belongs to the result.</param>
    public IFrameSource Cut(IFrameSource clip) =>
        SkippedFrames > 0 || MaximumFrames is not null ? new FrameRange(clip, SkippedFrames, MaximumFrames) : clip;

    private static long? Lesser(long? a, long? b) => a is null || b < a ? b ?? a : a;

    private static long Frames(TimeSpan time, double framesPerSecond) =>
        (long)Math.Round(time.TotalSeconds * framesPerSecond, MidpointRounding.ToEven);
}

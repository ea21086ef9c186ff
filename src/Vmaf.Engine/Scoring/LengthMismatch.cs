using System.Globalization;
using Vmaf.Engine.Decoding;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Pairs;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Scoring;

/// <summary>What is said when reference and distorted have different numbers of frames.</summary>
internal static class LengthMismatch
{
    public static string Describe(IFrameSource reference, IFrameSource distorted, long? referenceFrames, long? distortedFrames) =>
        (referenceFrames, distortedFrames) switch
        {
            ({ } a, { } b) => string.Create(
                CultureInfo.InvariantCulture, $"The reference '{reference.Name}' has {a} frames, the distorted '{distorted.Name}' has {b}."),
            (null, { } b) => string.Create(
                CultureInfo.InvariantCulture, $"The distorted '{distorted.Name}' ended after {b} frames{Missing(distorted, b)}, before the reference '{reference.Name}'{Stated(reference, b)}."),
            ({ } a, null) => string.Create(
                CultureInfo.InvariantCulture, $"The reference '{reference.Name}' ended after {a} frames{Missing(reference, a)}, before the distorted '{distorted.Name}'{Stated(distorted, a)}."),
            _ => $"'{reference.Name}' and '{distorted.Name}' have different numbers of frames.",
        };

    public static VmafException Error(IFrameSource reference, IFrameSource distorted, long? referenceFrames, long? distortedFrames) =>
        new(
            VmafErrorIds.LengthMismatch,
            Describe(reference, distorted, referenceFrames, distortedFrames),
            DamageRemedy(reference, referenceFrames, distortedFrames) ?? DamageRemedy(distorted, distortedFrames, referenceFrames) ?? Remedy(reference, distorted),
            distorted.Name);

    /// <summary>What there is to do about the shorter one if it seems to be damaged: all else would hide that.</summary>
    private static string? DamageRemedy(IFrameSource source, long? frames, long? othersFrames)
    {
        if (frames is not { } read || othersFrames <= read || source is not IProbedVideo video)
        {
            return null;
        }

        string? sign = Missing(source, read).Length > 0
            ? string.Create(CultureInfo.InvariantCulture, $"its container says {video.StatedFrameCount} frames")
            : video.HasDecoderComplained ? "its decoder complained" : null;
        return sign is null
            ? null
            : $"Check '{source.Name}' first: {sign}, so that it is damaged or not whole. Copy or encode it again.";
    }

    /// <summary>What the container of a video states that ended before that.</summary>
    private static string Missing(IFrameSource shorter, long readFrames) =>
        (shorter as IProbedVideo)?.StatedFrameCount is { } stated && stated > readFrames
            ? string.Create(CultureInfo.InvariantCulture, $" of {stated} that its container states")
            : string.Empty;

    /// <summary>Where one is missing frames, the pairs after that are different moments: comparing the shorter length comes last.</summary>
    private static string Remedy(IFrameSource reference, IFrameSource distorted)
    {
        return FrameRateDifference.Find(reference, distorted) is { } rates
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"Their frame rates differ ({rates.Reference.FramesPerSecond:0.###} and {rates.Distorted.FramesPerSecond:0.###} fps): make them equal first, with the filter fps={rates.FilterArgument} for the distorted video.")
            : "Find out whether one lacks frames at its start and skip as many of the other, or cut them to the same length.";
    }

    /// <summary>What the container of the longer video states, unless reading has shown that it is wrong.</summary>
    private static string Stated(IFrameSource longer, long readFrames) =>
        (longer as IProbedVideo)?.StatedFrameCount is { } stated && stated > readFrames
            ? string.Create(CultureInfo.InvariantCulture, $", which has {stated} as its container says")
            : string.Empty;
}

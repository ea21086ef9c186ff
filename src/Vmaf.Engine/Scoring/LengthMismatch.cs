using System.Globalization;
using Vmaf.Engine.Errors;
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
                CultureInfo.InvariantCulture, $"The distorted '{distorted.Name}' ended after {b} frames, before the reference '{reference.Name}'."),
            ({ } a, null) => string.Create(
                CultureInfo.InvariantCulture, $"The reference '{reference.Name}' ended after {a} frames, before the distorted '{distorted.Name}'."),
            _ => $"'{reference.Name}' and '{distorted.Name}' have different numbers of frames.",
        };

    public static VmafException Error(IFrameSource reference, IFrameSource distorted, long? referenceFrames, long? distortedFrames) =>
        new(
            VmafErrorIds.LengthMismatch,
            Describe(reference, distorted, referenceFrames, distortedFrames),
            "Cut them to the same length, or allow comparing only as many frames as the shorter one has.",
            distorted.Name);
}

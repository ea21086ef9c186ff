using Vmaf.Engine.Errors;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Decoding;

/// <summary>Checks of two videos against each other that their frames do not show.</summary>
public static class ProbePair
{
    /// <summary>Checks that samples mean the same in both, and that both pictures are the same way up.</summary>
    /// <param name="reference">The reference.</param>
    /// <param name="distorted">The distorted video.</param>
    /// <param name="appliesRotation">Whether the containers' rotation is applied.</param>
    /// <exception cref="VmafException"><see cref="VmafErrorIds.RangeMismatch"/> or <see cref="VmafErrorIds.RotationMismatch"/>.</exception>
    public static void Check(VideoProbe reference, VideoProbe distorted, bool appliesRotation)
    {
        if (IsFull(reference) != IsFull(distorted))
        {
            throw new VmafException(
                VmafErrorIds.RangeMismatch,
                $"The reference '{reference.Path}' has {Name(reference)} range, the distorted '{distorted.Path}' has {Name(distorted)} range; "
                    + "their samples do not mean the same.",
                "Convert one of them to the other's range, with ffmpeg: -vf scale=in_range=full:out_range=limited (or the other way round).",
                distorted.Path);
        }

        if (!appliesRotation && reference.RotationDegrees != distorted.RotationDegrees)
        {
            throw new VmafException(
                VmafErrorIds.RotationMismatch,
                $"The reference '{reference.Path}' is to be shown turned by {reference.RotationDegrees} degrees, "
                    + $"the distorted '{distorted.Path}' by {distorted.RotationDegrees}.",
                "Ask for the rotation to be applied, so that both are measured as they are shown.",
                distorted.Path);
        }
    }

    /// <summary>Players take video that does not say for limited.</summary>
    private static bool IsFull(VideoProbe probe) => probe.ColorRange == ColorRange.Full;

    private static string Name(VideoProbe probe) => probe.ColorRange switch
    {
        ColorRange.Full => "full",
        ColorRange.Limited => "limited",
        _ => "limited (as it does not say)",
    };
}

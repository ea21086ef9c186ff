using Vmaf.Engine.Decoding;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Pairs;

/// <summary>What must hold of two clips so that their frames can be compared.</summary>
internal static class ClipPairChecks
{
    /// <summary>Size, chroma format and bit depth must be the same.</summary>
    /// <param name="reference">The reference.</param>
    /// <param name="distorted">The distorted clip.</param>
    /// <param name="useCommonBitDepth">Whether the bit depths may differ, because the lesser one is raised.</param>
    /// <exception cref="VmafException"><see cref="VmafErrorIds.SizeMismatch"/> or <see cref="VmafErrorIds.FormatMismatch"/>.</exception>
    public static void FormatsFit(IFrameSource reference, IFrameSource distorted, bool useCommonBitDepth)
    {
        VideoFormat first = reference.Format;
        VideoFormat second = distorted.Format;
        if (first.Width != second.Width || first.Height != second.Height)
        {
            throw new VmafException(
                VmafErrorIds.SizeMismatch,
                $"The reference '{reference.Name}' is {first.Width}x{first.Height}, the distorted '{distorted.Name}' is {second.Width}x{second.Height}.",
                "Scale the distorted clip to the size of the reference: ask for it to be resized, or do it beforehand.",
                distorted.Name);
        }

        bool sameDepth = first.BitDepth == second.BitDepth;
        if (first.Chroma != second.Chroma || (!sameDepth && !useCommonBitDepth))
        {
            throw new VmafException(
                VmafErrorIds.FormatMismatch,
                $"The reference '{reference.Name}' is {first.PixelFormatName}, the distorted '{distorted.Name}' is {second.PixelFormatName}.",
                first.Chroma == second.Chroma
                    ? "Convert one of them, or ask for the common bit depth."
                    : "Convert one of them to the other's pixel format.",
                distorted.Name);
        }
    }

    /// <summary>What ffprobe said of the two, where it was asked of both, must not contradict a comparison.</summary>
    /// <param name="reference">The reference.</param>
    /// <param name="distorted">The distorted clip.</param>
    /// <exception cref="VmafException">As for <see cref="ProbePair.Check"/>.</exception>
    public static void ProbesFit(IFrameSource reference, IFrameSource distorted)
    {
        if (reference is IProbedVideo { Probe: { } referenceProbe } probedReference
            && distorted is IProbedVideo { Probe: { } distortedProbe } probedDistorted)
        {
            ProbePair.Check(referenceProbe, distortedProbe, probedReference.AppliesRotation && probedDistorted.AppliesRotation);
        }
    }

    /// <summary>Compares the rates that the two state, where they say something about the frames that are compared.</summary>
    /// <param name="reference">The reference.</param>
    /// <param name="distorted">The distorted clip.</param>
    /// <param name="options">What they are passed through.</param>
    /// <returns>Both rates where they differ, and neither varies, which is warned of by itself.</returns>
    public static FrameRateDifference? CompareRates(IFrameSource reference, IFrameSource distorted, ClipPairOptions options) =>
        options.ReferenceDecoding is { ChangesFrameCount: true } || options.DistortedDecoding is { ChangesFrameCount: true }
            ? null
            : FrameRateDifference.Find(reference, distorted);

    /// <summary>A clip must have a frame after its skips, as far as is known.</summary>
    /// <param name="source">The clip, after skips.</param>
    /// <param name="skippedFrames">Frames that were skipped, for the message.</param>
    /// <exception cref="VmafException"><see cref="VmafErrorIds.NoFrames"/>.</exception>
    public static void FramesAreLeft(IFrameSource source, long skippedFrames)
    {
        if (source.FrameCount == 0)
        {
            throw new VmafException(
                VmafErrorIds.NoFrames,
                $"'{source.Name}': no frame is left to compare ({skippedFrames} skipped).",
                "Skip fewer frames, or ask for at least one.",
                source.Name);
        }
    }
}

using Vmaf.Engine.Decoding;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Pairs;

/// <summary>What the options of a pair ask of one of its clips.</summary>
/// <param name="Options">The options.</param>
/// <param name="Side">Which of the two the clip is.</param>
internal readonly record struct ClipSide(ClipPairOptions Options, VideoSide Side)
{
    /// <summary>What to do with the frames on their way from the file, no further than they are needed.</summary>
    /// <param name="path">The clip's path.</param>
    public DecodeOptions Decoding(string path)
    {
        (ClipPairOptions options, VideoSide side) = this;
        return ((side == VideoSide.Reference ? options.ReferenceDecoding : options.DistortedDecoding) ?? new DecodeOptions()) with
        {
            Side = side,
            NeededFrames = rate => ComparedPart.Of(path, rate, options, side).End,
        };
    }

    /// <summary>The same for a distorted clip that may have to be scaled to the size of its reference.</summary>
    /// <param name="path">The clip's path.</param>
    /// <param name="reference">Format of the reference.</param>
    public DecodeOptions Decoding(string path, VideoFormat reference)
    {
        DecodeOptions decoding = Decoding(path);
        return Options.ResizeDistorted is { } kernel
            ? decoding with { Size = new PictureSize(reference.Width, reference.Height), Resampling = kernel }
            : decoding;
    }

    /// <summary>The frames that are compared.</summary>
    /// <param name="clip">The clip, open.</param>
    public ComparedPart Part(IFrameSource clip) => ComparedPart.Of(clip.Name, clip.FrameRate, Options, Side);

    /// <summary>Takes the part of the clip that is compared, and passes it through what was asked for.</summary>
    /// <param name="clip">The clip; it belongs to the result.</param>
    public IFrameSource Cut(IFrameSource clip)
    {
        IFrameSource part = Part(clip).Cut(clip);
        return (Side == VideoSide.Reference ? Options.ReferenceProcess : Options.DistortedProcess)?.Invoke(part) ?? part;
    }
}

using System.Globalization;
using Vmaf.Engine.Decoding;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Pairs;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Inspection;

/// <summary>Checks of what two videos' samples are.</summary>
internal static class FormatChecks
{
    /// <summary>Whether both have the same size, or will have.</summary>
    public static PairCheck Size(VideoDescription reference, VideoDescription distorted, ClipPairOptions options)
    {
        PictureSize first = SizeOf(reference, options.ReferenceDecoding);
        PictureSize second = SizeOf(distorted, options.DistortedDecoding);
        string message = first == second ? $"Both are {first}." : $"The reference is {first}, the distorted video {second}.";
        if (options.ReferenceDecoding?.Size is { } size && options.DistortedDecoding?.Size == size)
        {
            return new PairCheck(nameof(Size), CheckStatus.Passed, $"{message} Both will be scaled to {size}.");
        }

        if (first == second)
        {
            return new PairCheck(nameof(Size), CheckStatus.Passed, message);
        }

        return options.ResizeDistorted is { } kernel
            ? new PairCheck(nameof(Size), CheckStatus.Passed, $"{message} It will be scaled ({kernel}).")
            : new PairCheck(
                nameof(Size), CheckStatus.Failed, message, "Scale the distorted video to the size of the reference.", VmafErrorIds.SizeMismatch);
    }

    /// <summary>Whether both have the same chroma format, one that can be measured.</summary>
    public static PairCheck PixelFormat(VideoDescription reference, VideoDescription distorted)
    {
        foreach (VideoDescription video in (ReadOnlySpan<VideoDescription>)[reference, distorted])
        {
            if (video.Format is null)
            {
                return new PairCheck(
                    nameof(PixelFormat),
                    CheckStatus.Failed,
                    $"'{video.Path}' is {video.PixelFormatName}, which is no planar YUV.",
                    "Convert it with ffmpeg, for example -pix_fmt yuv444p.",
                    VmafErrorIds.FormatUnsupported);
            }
        }

        return reference.Format!.Value.Chroma == distorted.Format!.Value.Chroma
            ? new PairCheck(nameof(PixelFormat), CheckStatus.Passed, $"Both are {Subsampling(reference)}.")
            : new PairCheck(
                nameof(PixelFormat),
                CheckStatus.Failed,
                $"The reference is {reference.PixelFormatName}, the distorted video {distorted.PixelFormatName}.",
                "Convert one of them to the other's pixel format with ffmpeg's -pix_fmt.",
                VmafErrorIds.FormatMismatch);
    }

    /// <summary>Whether both have the same bit depth, or will have.</summary>
    public static PairCheck? BitDepth(VideoDescription reference, VideoDescription distorted, ClipPairOptions options)
    {
        if (reference.Format is not { } first || distorted.Format is not { } second)
        {
            return null;
        }

        if (first.BitDepth == second.BitDepth)
        {
            return new PairCheck(nameof(BitDepth), CheckStatus.Passed, string.Create(CultureInfo.InvariantCulture, $"Both have {first.BitDepth} bits."));
        }

        string message = string.Create(CultureInfo.InvariantCulture, $"The reference has {first.BitDepth} bits, the distorted video {second.BitDepth}.");
        return options.UseCommonBitDepth
            ? new PairCheck(nameof(BitDepth), CheckStatus.Passed, $"{message} Both will be measured at the deeper one's.")
            : new PairCheck(nameof(BitDepth), CheckStatus.Failed, message, "Ask for the common bit depth.", VmafErrorIds.FormatMismatch);
    }

    /// <summary>Whether samples mean the same in both.</summary>
    public static PairCheck Range(VideoDescription reference, VideoDescription distorted)
    {
        const string Name = "ColorRange";
        bool isSame = (reference.ColorRange == ColorRange.Full) == (distorted.ColorRange == ColorRange.Full);
        return isSame
            ? new PairCheck(Name, CheckStatus.Passed, reference.ColorRange == ColorRange.Full ? "Both have full range." : "Both have limited range, as far as they say.")
            : new PairCheck(
                Name,
                reference.Kind == VideoKind.Encoded && distorted.Kind == VideoKind.Encoded ? CheckStatus.Failed : CheckStatus.Warning,
                $"The reference says range {reference.ColorRange}, the distorted video {distorted.ColorRange}; what does not say counts as limited.",
                "Convert one of them with ffmpeg: -vf scale=in_range=full:out_range=limited (or the other way round).",
                VmafErrorIds.RangeMismatch);
    }

    /// <summary>Whether both pictures are the same way up.</summary>
    public static PairCheck Rotation(VideoDescription reference, VideoDescription distorted, ClipPairOptions options)
    {
        bool isApplied = (options.DistortedDecoding?.AppliesRotation ?? false) && (options.ReferenceDecoding?.AppliesRotation ?? false);
        return reference.RotationDegrees == distorted.RotationDegrees || isApplied
            ? new PairCheck(nameof(Rotation), CheckStatus.Passed, "Both are the same way up.")
            : new PairCheck(
                nameof(Rotation),
                CheckStatus.Failed,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The reference is to be turned by {reference.RotationDegrees} degrees, the distorted video by {distorted.RotationDegrees}."),
                "Ask for the rotation to be applied.",
                VmafErrorIds.RotationMismatch);
    }

    /// <summary>Whether the videos are such as models were trained on.</summary>
    public static PairCheck DynamicRange(VideoDescription reference, VideoDescription distorted)
    {
        VideoDescription[] high = [.. ((VideoDescription[])[reference, distorted]).Where(video => video.DynamicRange != Decoding.DynamicRange.Standard)];
        return high.Length == 0
            ? new PairCheck(nameof(DynamicRange), CheckStatus.Passed, "Neither says that it is HDR.")
            : new PairCheck(
                nameof(DynamicRange),
                CheckStatus.Warning,
                $"HDR ({high[0].ColorTransfer}): {string.Join(" and ", high.Select(video => $"'{video.Path}'"))}. The models were trained on SDR video.",
                "Map both to SDR in the same way, or take scores only to compare encodes of the same HDR video.");
    }

    /// <summary>Whether fields are compared as frames.</summary>
    public static PairCheck Interlacing(VideoDescription reference, VideoDescription distorted, ClipPairOptions options)
    {
        bool first = reference.IsInterlaced && !IsDeinterlaced(options.ReferenceDecoding);
        bool second = distorted.IsInterlaced && !IsDeinterlaced(options.DistortedDecoding);
        return !first && !second
            ? new PairCheck(nameof(Interlacing), CheckStatus.Passed, "Neither says that it is interlaced, or it is deinterlaced.")
            : new PairCheck(
                nameof(Interlacing),
                CheckStatus.Warning,
                first == second ? "Both are interlaced." : $"Only the {(first ? "reference" : "distorted video")} is interlaced.",
                "Deinterlace both in the same way, for example with ffmpeg's yadif.");
    }

    private static bool IsDeinterlaced(DecodeOptions? decoding) => decoding?.Filters.ContainsKey(VideoFilter.Deinterlace) == true;

    private static PictureSize SizeOf(VideoDescription video, DecodeOptions? decoding) =>
        decoding?.AppliesRotation == true && video.RotationDegrees is 90 or 270 ? new PictureSize(video.Size.Height, video.Size.Width) : video.Size;

    private static string Subsampling(VideoDescription video) => video.Format!.Value.Chroma switch
    {
        ChromaFormat.Yuv400 => "luma only",
        ChromaFormat.Yuv420 => "4:2:0",
        ChromaFormat.Yuv422 => "4:2:2",
        _ => "4:4:4",
    };
}

using Vmaf.Engine.Decoding;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Assets;

/// <summary>The pixel formats that an asset may name.</summary>
internal static class YuvTypes
{
    /// <summary>The type of sources that are no raw video and need a decoder.</summary>
    public const string NotYuv = "notyuv";

    /// <summary>The type where none is named.</summary>
    public const string Default = "yuv420p";

    private static readonly string[] Chromas = ["yuv420p", "yuv422p", "yuv444p"];
    private static readonly string[] Depths = ["", "10le", "12le", "16le"];

    /// <summary>All types.</summary>
    public static IReadOnlyList<string> All { get; } =
        [.. from depth in Depths from chroma in Chromas select chroma + depth, NotYuv];

    /// <summary>Bits per sample of a type; <see langword="null"/> for <see cref="NotYuv"/>.</summary>
    /// <param name="type">One of <see cref="All"/>.</param>
    public static int? BitDepth(string type) => PlanarPixelFormat.Parse(type)?.BitDepth;

    /// <summary>The format of frames of a type and size.</summary>
    /// <param name="type">One of <see cref="All"/> but <see cref="NotYuv"/>.</param>
    /// <param name="size">The picture size.</param>
    public static VideoFormat Format(string type, PictureSize size) => PlanarPixelFormat.Parse(type) is { } pixels
        ? new VideoFormat(size.Width, size.Height, pixels.Chroma, pixels.BitDepth)
        : throw new ArgumentException($"'{type}' is no pixel format.", nameof(type));

    internal static string Check(string type, string property) => All.Contains(type)
        ? type
        : throw new VmafException(
            VmafErrorIds.AssetInvalid,
            $"The asset's property '{property}' names the pixel format '{type}', which is not supported.",
            $"The formats are: {string.Join(", ", All)}.",
            property);
}

using Vmaf.Engine.Decoding;
using Vmaf.Engine.Errors;

namespace Vmaf.Engine.Assets;

/// <summary>The harness's rules for when videos pass through a decoder on their way to be measured, and in what pixel format.</summary>
internal static class WorkfileRules
{
    /// <summary>
    /// Whether a decoder is needed: a side's size is not the quality size, a side is no raw video, has a frame range or a filter, or
    /// the workfiles' stated pixel format is not a side's own.
    /// </summary>
    /// <param name="asset">The asset; without a reference, only the distorted side counts.</param>
    public static bool NeedsDecoder(Asset asset) => Sides(asset).Any(side =>
        asset.QualitySize != side.Size
        || !side.IsYuv
        || side.Frames is not null
        || side.Filters.Count > 0
        || (asset.StatesWorkfileYuvType && asset.StatedWorkfileYuvType != side.YuvType));

    /// <summary>Pixel format of the workfiles: as stated, else that of the sides that are raw video, else the default.</summary>
    /// <param name="asset">The asset.</param>
    /// <exception cref="VmafException">The sides are raw video of different formats (<see cref="VmafErrorIds.FormatMismatch"/>).</exception>
    public static string WorkfileYuvType(Asset asset)
    {
        string[] types = [.. Sides(asset).Where(side => side.IsYuv).Select(side => side.YuvType).Distinct()];
        if (asset.StatesWorkfileYuvType || types.Length == 0)
        {
            return asset.StatedWorkfileYuvType;
        }

        return types.Length == 1
            ? types[0]
            : throw new VmafException(
                VmafErrorIds.FormatMismatch,
                $"The reference is {asset.Reference.YuvType}, the distorted video {asset.Distorted.YuvType}.",
                "State workfile_yuv_type, the format to convert both to.",
                "workfile_yuv_type");
    }

    /// <summary>Checks that an asset can be measured.</summary>
    /// <param name="asset">The asset.</param>
    /// <exception cref="VmafException">
    /// <see cref="VmafErrorIds.AssetInvalid"/>: no quality size, or crop or pad without a stated one.
    /// <see cref="VmafErrorIds.FormatMismatch"/>: as for <see cref="WorkfileYuvType"/>.
    /// </exception>
    public static void Check(Asset asset)
    {
        if (asset.QualitySize is null)
        {
            throw new VmafException(
                VmafErrorIds.AssetInvalid, $"The size to measure '{asset}' at is not known.", "State quality_width and quality_height.", "quality_width");
        }

        if (!asset.StatesQualitySize && Sides(asset).Any(side => side.Filters.Keys.Any(VideoFilters.IsBeforeScaling)))
        {
            throw new VmafException(
                VmafErrorIds.AssetInvalid,
                $"'{asset}' is cropped or padded, and the size to measure at is not stated.",
                "State quality_width and quality_height.",
                "quality_width");
        }

        _ = WorkfileYuvType(asset);
    }

    private static IEnumerable<AssetSide> Sides(Asset asset) => asset.HasReference ? [asset.Reference, asset.Distorted] : [asset.Distorted];
}

using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Vmaf.Engine.Decoding;

namespace Vmaf.Engine.Assets;

/// <summary>Builds the text that names an asset's files: all that tells one measurement from another, readable as long as it is short.</summary>
internal static class AssetIdentifier
{
    /// <summary>Longer identifiers are replaced by their hash; leaves room for a prefix within the 255 of a file name.</summary>
    private const int LongestReadable = 196;

    /// <summary>The identifier of an asset.</summary>
    public static string Of(Asset asset)
    {
        string distorted = Slug.Of(SidePart(asset, asset.Distorted, isDistorted: true));
        string videos = asset.HasReference
            ? $"{Slug.Of(SidePart(asset, asset.Reference, isDistorted: false))}_vs_{distorted}"
            : distorted;
        string quality = QualityPart(asset);
        string text = $"{asset.Dataset}_{asset.ContentId}_{asset.Id}_{videos}{(quality.Length > 0 ? "_q_" + quality : string.Empty)}";
        return text.Length > LongestReadable ? Sha1(text) : text;
    }

    private static string SidePart(Asset asset, AssetSide side, bool isDistorted)
    {
        // Empty members and their separators go when the text is slugged.
        var parts = new List<string?> { Path.GetFileNameWithoutExtension(side.Path), side.Size?.ToString() };
        if (isDistorted)
        {
            parts.Add(asset.EncodeSize != side.Size ? $"e_{asset.EncodeSize}" : null);
            parts.Add(asset.EncodeBitDepth is { } depth && depth != YuvTypes.BitDepth(side.YuvType) ? Invariant($"ebd_{depth}") : null);
        }

        parts.Add(side.YuvType != YuvTypes.Default ? side.YuvType : null);
        parts.Add(side.Resampling != ResamplingKernel.Bicubic && side.Size != asset.QualitySize ? DecodeCommand.ResamplingName(side.Resampling) : null);
        parts.Add(side.Frames is { } frames ? Invariant($"{frames.First}to{frames.Last}") : null);
        IReadOnlyDictionary<VideoFilter, string> filters = side.Filters;
        parts.AddRange(VideoFilters.Names.Where(filter => filters.ContainsKey(filter.Key)).Select(filter => filter.Value + filters[filter.Key]));
        parts.Add(side.Callback);
        return string.Join('_', parts.Where(part => part is not null));
    }

    private static string QualityPart(Asset asset)
    {
        string? workfile = asset.StatedWorkfileYuvType != YuvTypes.Default ? "wf_" + asset.StatedWorkfileYuvType : null;
        return string.Join('_', new[] { asset.QualitySize?.ToString(), workfile }.Where(part => part is not null));
    }

    [SuppressMessage("Security", "CA5350", Justification = "It names files as the harness does; nothing depends on its being hard to forge.")]
    private static string Sha1(string text) => Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(text)));

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

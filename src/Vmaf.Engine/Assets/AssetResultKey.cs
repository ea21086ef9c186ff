using Vmaf.Engine.Caching;
using Vmaf.Engine.Errors;

namespace Vmaf.Engine.Assets;

/// <summary>
/// What the result of an asset is found again by: the bytes of both videos, the asset's properties, and what was asked of them; not where
/// the videos lay. So a moved file finds its result, and a changed one does not.
/// </summary>
internal static class AssetResultKey
{
    /// <summary>The key, 64 hexadecimal digits.</summary>
    /// <param name="asset">The asset; its videos are read from one end to the other.</param>
    /// <param name="measurement">
    /// What was asked: program version, models, features, options; everything that changes results, and nothing that does not.
    /// </param>
    /// <param name="cancellationToken">Ends the reading of the videos.</param>
    /// <exception cref="VmafException">A video cannot be read (<see cref="VmafErrorIds.FileUnreadable"/>).</exception>
    public static string Of(Asset asset, string measurement, CancellationToken cancellationToken = default) => ResultStore.KeyOf(
    [
        CanonicalJson.Write(asset.Copy().Properties),
        measurement,
        ContentHash.OfFile(asset.Distorted.Path, null, cancellationToken),
        asset.HasReference ? ContentHash.OfFile(asset.Reference.Path, null, cancellationToken) : string.Empty,
    ]);
}

using System.Text.Json;
using Vmaf.Engine.Errors;

namespace Vmaf.Engine.Assets;

/// <summary>Assets as sorted JSON, in the layout of the harness.</summary>
internal static class AssetText
{
    private const string Dataset = "dataset";
    private const string ContentId = "content_id";
    private const string Id = "asset_id";
    private const string ReferencePath = "ref_path";
    private const string DistortedPath = "dis_path";
    private const string Properties = "asset_dict";
    private const string WorkFolder = "workdir";

    /// <summary>The text that stands for an asset's identity: paths without folders, no work folder.</summary>
    /// <param name="asset">The asset.</param>
    public static string Canonical(Asset asset) => Write(asset, path => Path.GetFileName(path), string.Empty);

    /// <summary>The text with whole paths and the work folder.</summary>
    /// <param name="asset">The asset.</param>
    public static string Full(Asset asset) => Write(asset, path => path, asset.WorkFolder);

    /// <summary>Rebuilds an asset; the work folder is a new one.</summary>
    /// <param name="text">Either text.</param>
    /// <exception cref="VmafException">It is no such text (<see cref="VmafErrorIds.AssetInvalid"/>).</exception>
    public static Asset Read(string text)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            JsonElement root = document.RootElement;
            var properties = (Dictionary<string, object?>)CanonicalJson.Read(root.GetProperty(Properties))!;
            return new Asset(
                root.GetProperty(Dataset).GetString()!,
                Identity(root.GetProperty(ContentId)),
                Identity(root.GetProperty(Id)),
                root.GetProperty(ReferencePath).GetString()!,
                root.GetProperty(DistortedPath).GetString()!,
                properties);
        }
        catch (Exception cause) when (cause is JsonException or KeyNotFoundException or InvalidOperationException or InvalidCastException)
        {
            throw new VmafException(VmafErrorIds.AssetInvalid, $"This is no text of an asset: {cause.Message}", null, text, cause);
        }
    }

    private static string Write(Asset asset, Func<string, string> path, string workFolder) => CanonicalJson.Write(new Dictionary<string, object?>
    {
        [Properties] = asset.Properties,
        [Id] = asset.Id.Value,
        [ContentId] = asset.ContentId.Value,
        [Dataset] = asset.Dataset,
        [DistortedPath] = path(asset.Distorted.Path),
        [ReferencePath] = path(asset.Reference.Path),
        [WorkFolder] = workFolder,
    });

    private static AssetId Identity(JsonElement element) =>
        element.ValueKind == JsonValueKind.String ? element.GetString()! : element.GetInt64();
}

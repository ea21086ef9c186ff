using Vmaf.Engine.Decoding;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Assets;

/// <summary>
/// Two videos and what is known about them, as the harness describes them. Equality is that of the <see cref="CanonicalText"/>, in
/// which paths count without their folders.
/// </summary>
public sealed class Asset : IEquatable<Asset>
{
    private const string UsesSourcesKey = "use_path_as_workpath";
    private const string UsesWorkfilesKey = "use_workpath_as_procpath";

    private static readonly int[] EncodeBitDepths = [8, 10, 12, 16];

    /// <summary>Describes a pair of videos.</summary>
    /// <param name="dataset">Name of the data set.</param>
    /// <param name="contentId">Which content of the data set it shows.</param>
    /// <param name="id">Which asset of the data set it is.</param>
    /// <param name="referencePath">The reference.</param>
    /// <param name="distortedPath">The distorted video.</param>
    /// <param name="properties">Properties; copied.</param>
    /// <param name="workRoot">The folder that the asset's work folder is made in; <see langword="null"/> for the temporary folder.</param>
    /// <exception cref="VmafException">A property is malformed or contradicts another (<see cref="VmafErrorIds.AssetInvalid"/>).</exception>
    public Asset(
        string dataset,
        AssetId contentId,
        AssetId id,
        string referencePath,
        string distortedPath,
        IEnumerable<KeyValuePair<string, object?>> properties,
        string? workRoot = null)
        : this(dataset, contentId, id, referencePath, distortedPath, properties, workRoot, hasReference: true)
    {
    }

    private Asset(
        string dataset,
        AssetId contentId,
        AssetId id,
        string referencePath,
        string distortedPath,
        IEnumerable<KeyValuePair<string, object?>> properties,
        string? workRoot,
        bool hasReference)
    {
        Dataset = dataset;
        ContentId = contentId;
        Id = id;
        HasReference = hasReference;
        Properties = new AssetProperties(properties);
        Distorted = new AssetSide(Properties, VideoSide.Distorted, distortedPath);
        Reference = hasReference ? new AssetSide(Properties, VideoSide.Reference, referencePath) : Distorted;
        WorkRoot = workRoot ?? Path.GetTempPath();
        WorkFolder = Path.Combine(WorkRoot, Guid.NewGuid().ToString());
        Check();
    }

    /// <summary>Name of the data set.</summary>
    public string Dataset { get; }

    /// <summary>Which content of the data set it shows.</summary>
    public AssetId ContentId { get; }

    /// <summary>Which asset of the data set it is.</summary>
    public AssetId Id { get; }

    /// <summary>Whether there is a reference; without one, <see cref="Reference"/> mirrors the distorted video.</summary>
    public bool HasReference { get; }

    /// <summary>All properties. Changing one changes the asset's identity.</summary>
    public AssetProperties Properties { get; }

    /// <summary>The reference.</summary>
    public AssetSide Reference { get; }

    /// <summary>The distorted video.</summary>
    public AssetSide Distorted { get; }

    /// <summary>The folder that work folders are made in.</summary>
    public string WorkRoot { get; }

    /// <summary>The asset's own work folder; only named here, not made.</summary>
    public string WorkFolder { get; }

    /// <summary>The size that the distorted video was encoded at; its own size where nothing else is said.</summary>
    public PictureSize? EncodeSize =>
        Properties.Whole("dis_enc_width") is { } width && Properties.Whole("dis_enc_height") is { } height
            ? new PictureSize(width, height)
            : Distorted.Size;

    /// <summary>Bits per sample that the distorted video was encoded at; those of its pixel format where nothing else is said.</summary>
    /// <exception cref="VmafException">It is none of 8, 10, 12, 16 (<see cref="VmafErrorIds.AssetInvalid"/>).</exception>
    public int? EncodeBitDepth => Properties.Whole("dis_enc_bitdepth") is { } depth
        ? EncodeBitDepths.Contains(depth) ? depth : throw Properties.Invalid("dis_enc_bitdepth", "8, 10, 12 or 16")
        : YuvTypes.BitDepth(Distorted.YuvType);

    /// <summary>Whether the quality size is stated, not derived.</summary>
    public bool StatesQualitySize => Properties.Has("quality_width") && Properties.Has("quality_height");

    /// <summary>
    /// The size that quality is measured at: as stated; else the size of the side that is raw video; else that of both sides.
    /// </summary>
    /// <exception cref="VmafException">Both are raw video, of different sizes (<see cref="VmafErrorIds.AssetInvalid"/>).</exception>
    public PictureSize? QualitySize
    {
        get
        {
            if (Properties.Whole("quality_width") is { } width && Properties.Whole("quality_height") is { } height)
            {
                return new PictureSize(width, height);
            }

            if (!Reference.IsYuv)
            {
                return Distorted.Size;
            }

            if (!Distorted.IsYuv || Reference.Size == Distorted.Size)
            {
                return Reference.Size;
            }

            throw new VmafException(
                VmafErrorIds.AssetInvalid,
                $"The reference is {Reference.Size}, the distorted video {Distorted.Size}, and no size to measure at is stated.",
                "State quality_width and quality_height.",
                "quality_width");
        }
    }

    /// <summary>Whether the pixel format of workfiles is stated.</summary>
    public bool StatesWorkfileYuvType => Properties.Has("workfile_yuv_type");

    /// <summary>Pixel format of decoded workfiles as stated, else the default.</summary>
    /// <exception cref="VmafException">It is not supported (<see cref="VmafErrorIds.AssetInvalid"/>).</exception>
    public string StatedWorkfileYuvType
    {
        get
        {
            string type = YuvTypes.Check(Properties.Text("workfile_yuv_type") ?? YuvTypes.Default, "workfile_yuv_type");
            return type != YuvTypes.NotYuv ? type : throw Properties.Invalid("workfile_yuv_type", "a pixel format");
        }
    }

    /// <summary>Whether the sources themselves are read, without workfiles.</summary>
    public bool UsesSourcesAsWorkfiles
    {
        get => Switch(UsesSourcesKey);
        set => Properties[UsesSourcesKey] = value ? 1L : 0L;
    }

    /// <summary>Whether the workfiles themselves are read, without procfiles.</summary>
    public bool UsesWorkfilesAsProcfiles
    {
        get => Switch(UsesWorkfilesKey);
        set => Properties[UsesWorkfilesKey] = value ? 1L : 0L;
    }

    /// <summary>The canonical text: sorted JSON, paths without folders.</summary>
    public string CanonicalText => AssetText.Canonical(this);

    /// <summary>The canonical text with whole paths and the work folder.</summary>
    public string FullText => AssetText.Full(this);

    /// <summary>A mean opinion score; <see langword="null"/> where there is none.</summary>
    public double? GroundTruth => Properties.Number("groundtruth");

    /// <summary>Standard deviation of the mean opinion score.</summary>
    public double? GroundTruthStandardDeviation => Properties.Number("groundtruth_std");

    /// <summary>Describes a video that is measured without a reference.</summary>
    /// <inheritdoc cref="Asset(string, AssetId, AssetId, string, string, IEnumerable{KeyValuePair{string, object}}, string)"/>
    public static Asset WithoutReference(
        string dataset,
        AssetId contentId,
        AssetId id,
        string distortedPath,
        IEnumerable<KeyValuePair<string, object?>> properties,
        string? workRoot = null) =>
        new(dataset, contentId, id, distortedPath, distortedPath, properties, workRoot, hasReference: false);

    /// <summary>Rebuilds an asset from its canonical or full text.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="VmafException">It is no such text (<see cref="VmafErrorIds.AssetInvalid"/>).</exception>
    public static Asset FromText(string text) => AssetText.Read(text);

    /// <summary>A copy with a work folder of its own and with the switches off that an executor sets.</summary>
    /// <param name="overrides">Properties that replace or join the asset's.</param>
    public Asset Copy(IEnumerable<KeyValuePair<string, object?>>? overrides = null)
    {
        var properties = new AssetProperties(Properties);
        properties.Remove(UsesSourcesKey, UsesWorkfilesKey);
        foreach ((string name, object? value) in overrides ?? [])
        {
            properties[name] = value;
        }

        return new Asset(Dataset, ContentId, Id, Reference.Path, Distorted.Path, properties, WorkRoot, HasReference);
    }

    /// <summary>Path of a side's workfile: the source itself where no workfile is needed.</summary>
    /// <param name="side">The side.</param>
    public string WorkfilePath(VideoSide side) => UsesSourcesAsWorkfiles
        ? Side(side).Path
        : Path.Combine(WorkFolder, (side == VideoSide.Reference ? "ref_" : "dis_") + this);

    /// <summary>Path of a side's procfile: the workfile itself where no procfile is needed.</summary>
    /// <param name="side">The side.</param>
    public string ProcfilePath(VideoSide side) => UsesWorkfilesAsProcfiles
        ? WorkfilePath(side)
        : Path.Combine(WorkFolder, (side == VideoSide.Reference ? "refp_" : "disp_") + this);

    /// <summary>A side of the asset.</summary>
    /// <param name="side">Which.</param>
    public AssetSide Side(VideoSide side) => side == VideoSide.Reference ? Reference : Distorted;

    /// <summary>The identifier, which names the asset's files.</summary>
    public override string ToString() => AssetIdentifier.Of(this);

    /// <inheritdoc/>
    public bool Equals(Asset? other) => other is not null && CanonicalText == other.CanonicalText;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Asset);

    /// <summary>Of the canonical text; it changes when a property does.</summary>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(CanonicalText);

    private bool Switch(string name) => Properties.Number(name) switch
    {
        null or 0 => false,
        1 => true,
        _ => throw Properties.Invalid(name, "0 or 1"),
    };

    private void Check()
    {
        foreach (AssetSide side in new[] { Reference, Distorted })
        {
            if (!side.IsYuv && side.Size is { } size)
            {
                throw new VmafException(
                    VmafErrorIds.AssetInvalid,
                    $"'{side.Path}' is {YuvTypes.NotYuv}, so that its size comes from the file; {size} is stated for it.",
                    "Leave out width and height, or state the pixel format of the raw video.",
                    side.Path);
            }
        }

        _ = StatedWorkfileYuvType;
        if (Properties.Has("fps") && Properties.Number("fps") is not > 0)
        {
            throw Properties.Invalid("fps", "above 0");
        }

        if (Properties.Has("rebuf_indices") && !IsListOfIndices(Properties["rebuf_indices"]))
        {
            throw Properties.Invalid("rebuf_indices", "a list of frame numbers from 0");
        }
    }

    private static bool IsListOfIndices(object? value) =>
        value is System.Collections.IEnumerable and not string
        && ((System.Collections.IEnumerable)value).Cast<object?>().All(
            item => item is IConvertible and not string && Convert.ToDouble(item, System.Globalization.CultureInfo.InvariantCulture) >= 0);
}

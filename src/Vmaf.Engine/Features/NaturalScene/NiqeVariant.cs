using Vmaf.Engine.Errors;
using Vmaf.Engine.Models.Niqe;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Features.NaturalScene;

/// <summary>One option set of the extractor, worked out for a video format.</summary>
internal sealed class NiqeVariant
{
    /// <summary>Works out the patches, and reads the model.</summary>
    /// <param name="format">Format of the video.</param>
    /// <param name="options">Options of <see cref="NiqeDefinition"/>.</param>
    public NiqeVariant(VideoFormat format, FeatureOptionSet options)
    {
        PatchSize = options.Integer(NiqeDefinition.PatchSizeOption);
        if (Math.Min(format.Width, format.Height) < PatchSize)
        {
            throw new VmafException(
                VmafErrorIds.PictureTooSmall,
                $"NIQE cuts pictures into patches of {PatchSize}x{PatchSize} samples; this video has {format.Width}x{format.Height}.",
                $"Give a smaller {NiqeDefinition.PatchSizeOption}, or leave out {NiqeDefinition.ExtractorName}.",
                NiqeDefinition.ExtractorName);
        }

        Patches =
        [
            .. from top in Enumerable.Range(0, format.Height / PatchSize)
               from left in Enumerable.Range(0, format.Width / PatchSize)
               select (top * PatchSize, left * PatchSize),
        ];
        FeatureNames = [.. options.Extractor.ProvidedFeatures.Select(feature => FeatureNaming.LogName(feature, options))];
        ScoreName = FeatureNaming.LogName(NiqeDefinition.ExtractorName, options);
        string path = options.Text(NiqeDefinition.ModelOption);
        Model = path.Length == 0 ? null : NiqeModel.Load(path);
    }

    /// <summary>Side of a patch, in samples of the whole picture.</summary>
    public int PatchSize { get; }

    /// <summary>The first sample of each patch.</summary>
    public (int Top, int Left)[] Patches { get; }

    /// <summary>Features of a frame, as in logs.</summary>
    public IReadOnlyList<string> FeatureNames { get; }

    /// <summary>Name of the whole video's score.</summary>
    public string ScoreName { get; }

    /// <summary>The model; <see langword="null"/> to measure features only.</summary>
    public NiqeModel? Model { get; }

    /// <summary>Measurements of a frame: the features of every patch.</summary>
    public int MeasurementCount => Patches.Length * NiqeDefinition.PatchFeatures.Count;
}

using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Vmaf.Engine.Features;
using Vmaf.Engine.Models;

namespace Vmaf.Engine.Scoring;

/// <summary>
/// The first VMAF (VMAF_legacy of the harness of Netflix/vmaf): bare libsvm text over the single-precision VIF, ADM, ANSNR and motion, each
/// limited to a range and stretched to [0, 1].
/// </summary>
internal sealed class LegacyScoringModel : ScoringModel
{
    private const string Debug = "debug";

    private static readonly (string Extractor, string Feature, double Low, double High)[] Ranges =
    [
        ("float_vif", "vif", 0, 1),
        ("float_adm", "adm", 0.4, 1),
        ("float_ansnr", "float_ansnr", 10, 50),
        ("float_motion", "motion", 0, 20),
    ];

    private readonly SupportVectorRegressor _regressor;

    /// <summary>Reads the model.</summary>
    /// <param name="name">Name of the score in logs.</param>
    /// <param name="path">Path of the libsvm text, <c>model_V8a.model</c>.</param>
    /// <param name="origin">Where it was found.</param>
    /// <exception cref="Errors.VmafException">The file cannot be read.</exception>
    public LegacyScoringModel(string name, string path, ModelOrigin origin)
    {
        byte[] bytes = ModelFileReader.ReadBytes(path);
        JsonElement text = JsonSerializer.SerializeToElement(Encoding.Latin1.GetString(bytes));
        _regressor = LibsvmTextReader.Read(new ModelJsonNode(text, "libsvm text", new ModelSource(path)), Ranges.Length);
        Inputs = [.. Ranges.Select(range => new ModelInput(range.Feature, Options(range.Extractor)))];
        ScoreNames = [name];
        Info = new ModelInfo
        {
            Name = Path.GetFileNameWithoutExtension(path),
            Origin = origin,
            Path = path,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)),
            Kind = ModelKind.SupportVectorRegression,
            Features = [],
            ScoreRange = new ScoreRange(0, 100),
            Description = "The first VMAF, for comparison with old figures.",
        };
    }

    /// <inheritdoc/>
    public override ModelInfo Info { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<ModelInput> Inputs { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<string> ScoreNames { get; }

    /// <inheritdoc/>
    public override void Predict(ReadOnlySpan<double> features, Span<double> scores)
    {
        Span<double> stretched = stackalloc double[Ranges.Length];
        for (int index = 0; index < stretched.Length; index++)
        {
            (_, _, double low, double high) = Ranges[index];
            stretched[index] = (Math.Clamp(features[index], low, high) - low) / (high - low);
        }

        // The published correction for fast motion looks at the stretched motion, so that it never applies.
        _regressor.Predict(stretched, 1, scores);
        scores[0] = Math.Clamp(scores[0], 0, 100);
    }

    private static FeatureOptionSet Options(string extractor)
    {
        FeatureExtractorDefinition definition = FeatureRegistry.GetByName(extractor);
        bool hasDebug = definition.Options.Any(option => option.Name == Debug);
        return FeatureOptionSet.Parse(definition, hasDebug ? [KeyValuePair.Create(Debug, "true")] : []);
    }
}

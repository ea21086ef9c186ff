using System.Buffers;
using System.Globalization;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Features;

namespace Vmaf.Engine.Models;

/// <summary>
/// A model ready for use: the features that it takes, the main predictor, and the members of a bootstrap model. Immutable; may be
/// shared by threads.
/// </summary>
public sealed class VmafModel
{
    private VmafModel(
        ModelInfo info,
        ModelLoadOptions options,
        IReadOnlyList<ModelFeature> features,
        IEnumerable<ScorePredictor> predictors)
    {
        Info = info;
        Name = options.Name;
        Features = features;
        ScorePredictor[] all = [.. predictors];
        Main = all[0];
        Members = all[1..];
    }

    /// <summary>The score's name in results and logs.</summary>
    public string Name { get; }

    /// <summary>Where the model comes from and what its file holds.</summary>
    public ModelInfo Info { get; }

    /// <summary>The features it takes, in order, with the options in force.</summary>
    public IReadOnlyList<ModelFeature> Features { get; }

    /// <summary>The predictor of the score.</summary>
    public ScorePredictor Main { get; }

    /// <summary>The members of a bootstrap model, without the main one; empty for a plain model.</summary>
    public IReadOnlyList<ScorePredictor> Members { get; }

    /// <summary>Loads a model file.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="options">How to use the model.</param>
    /// <exception cref="VmafException">
    /// <see cref="VmafErrorIds.ModelNotFound"/>, <see cref="VmafErrorIds.FileUnreadable"/>, <see cref="VmafErrorIds.ModelMalformed"/>,
    /// <see cref="VmafErrorIds.ModelUnsupported"/>, or <see cref="VmafErrorIds.FeatureUnknown"/> for an overload that fits no feature.
    /// </exception>
    public static VmafModel Load(string path, ModelLoadOptions? options = null) =>
        ModelFile.Read(path, ModelOrigin.Path).CreateModel(options ?? new ModelLoadOptions());

    /// <summary>The name of a member's score in logs, for example <c>vmaf_0003</c>.</summary>
    /// <param name="member">Index into <see cref="Members"/>.</param>
    public string MemberName(int member) => string.Create(CultureInfo.InvariantCulture, $"{Name}_{member + 1:0000}");

    /// <summary>Predicts the score of one frame, transformed and clipped.</summary>
    /// <param name="features">Raw features, in the order of <see cref="Features"/>.</param>
    /// <exception cref="VmafException"><see cref="VmafErrorIds.FeatureNotFinite"/>: a feature is NaN or infinite.</exception>
    public double Predict(ReadOnlySpan<double> features)
    {
        RequireFinite(features);
        double score = 0;
        Predict(features, 1, new Span<double>(ref score));
        return score;
    }

    /// <summary>Predicts the scores of many frames, transformed and clipped. NaN where a feature is not finite.</summary>
    /// <param name="rows">Raw features, feature-major: feature f of frame r at f·<paramref name="rowCount"/> + r.</param>
    /// <param name="rowCount">Number of frames.</param>
    /// <param name="scores">Receives one score a frame.</param>
    public void Predict(ReadOnlySpan<double> rows, int rowCount, Span<double> scores)
    {
        Main.PredictRaw(rows, rowCount, scores);
        foreach (ref double score in scores[..rowCount])
        {
            score = Main.Finish(score);
        }
    }

    /// <summary>Predicts what the members of a bootstrap model say about one frame.</summary>
    /// <param name="features">Raw features, in the order of <see cref="Features"/>.</param>
    /// <param name="memberScores">Receives each member's score, transformed and clipped.</param>
    /// <exception cref="VmafException"><see cref="VmafErrorIds.FeatureNotFinite"/>: a feature is NaN or infinite.</exception>
    /// <exception cref="InvalidOperationException">The model has no members.</exception>
    public BootstrapScore PredictBootstrap(ReadOnlySpan<double> features, Span<double> memberScores)
    {
        if (Members.Count == 0)
        {
            throw new InvalidOperationException("Only a bootstrap model has members.");
        }

        RequireFinite(features);
        double[] raw = ArrayPool<double>.Shared.Rent(Members.Count);
        try
        {
            for (int member = 0; member < Members.Count; member++)
            {
                Members[member].PredictRaw(features, 1, raw.AsSpan(member, 1));
                memberScores[member] = Members[member].Finish(raw[member]);
            }

            return BootstrapScore.FromMembers(raw.AsSpan(0, Members.Count), Members[0].Finish);
        }
        finally
        {
            ArrayPool<double>.Shared.Return(raw);
        }
    }

    /// <summary>Makes a model of what a file holds.</summary>
    /// <param name="entries">The file's regressions, main one first.</param>
    /// <param name="info">Where the file comes from.</param>
    /// <param name="options">How to use the model.</param>
    /// <param name="findExtractor">Finds the extractor that provides a feature.</param>
    internal static VmafModel Create(
        IReadOnlyList<ModelEntry> entries,
        ModelInfo info,
        ModelLoadOptions options,
        Func<string, FeatureExtractorDefinition?> findExtractor) =>
        new(
            info,
            options,
            FeatureOverloads.Apply(entries[0].Features, options.FeatureOverloads, findExtractor),
            entries.Select(entry => entry.CreatePredictor(options.DisableClip, options.EnableTransform)));

    private void RequireFinite(ReadOnlySpan<double> features)
    {
        for (int index = 0; index < Features.Count; index++)
        {
            if (!double.IsFinite(features[index]))
            {
                throw new VmafException(
                    VmafErrorIds.FeatureNotFinite,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"The feature '{Features[index].Name}' is {features[index]}, so there is no score."),
                    target: Features[index].Name);
            }
        }
    }
}

using System.Globalization;
using System.Text.Json;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Models;

/// <summary>
/// Reads libvmaf's JSON model files: a single model <c>{ "param_dict", "model_dict" }</c>, or a bootstrap collection
/// <c>{ "0": single, "1": single, … }</c>. Every way in which a file can be wrong ends in a <see cref="VmafException"/>.
/// </summary>
internal static class ModelFileReader
{
    /// <summary>The longest file that is read.</summary>
    public const int MaximumByteCount = 64 * 1024 * 1024;

    /// <summary>The most features a model may have, as in libvmaf.</summary>
    public const int MaximumFeatureCount = 64;

    private const int MaximumEntryCount = 1001;
    private const int MaximumKnotCount = 1000;
    private const int MaximumNesting = 32;
    private const byte PickleMagic = 0x80;

    /// <summary>Reads a file.</summary>
    /// <param name="path">Path of the file.</param>
    /// <exception cref="VmafException">The file is missing, unreadable, malformed or not supported.</exception>
    public static byte[] ReadBytes(string path)
    {
        try
        {
            // Opening a named pipe would wait for its producer.
            if (FileTarget.Find(path) is { Exists: true, Length: 0 })
            {
                throw new ModelSource(path).Malformed("byte 0", "it is empty, or no regular file");
            }

            using FileStream stream = File.OpenRead(path);
            if (stream.Length > MaximumByteCount)
            {
                throw new ModelSource(path).Malformed($"byte {MaximumByteCount}", $"{stream.Length} bytes are too many for a model");
            }

            byte[] bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return bytes;
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new VmafException(VmafErrorIds.ModelNotFound, $"There is no model file '{path}'.", "Check the path.", path, exception);
        }
        catch (Exception exception)
            when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new VmafException(
                VmafErrorIds.FileUnreadable,
                $"Model file '{path}' cannot be read: {exception.Message}",
                "Check that it is a file and that you may read it.",
                path,
                exception);
        }
    }

    /// <summary>Reads the entries of a file: one, or the main model and its bootstrap members.</summary>
    /// <param name="json">Content of the file.</param>
    /// <param name="sourceName">Path or name for errors.</param>
    /// <exception cref="VmafException">The content is malformed or not supported.</exception>
    public static IReadOnlyList<ModelEntry> Read(ReadOnlyMemory<byte> json, string sourceName)
    {
        var source = new ModelSource(sourceName);
        if (json.Span.StartsWith("\uFEFF"u8))
        {
            json = json[3..];
        }

        RejectOtherFormats(json.Span, source);
        try
        {
            using JsonDocument document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = MaximumNesting });
            var root = new ModelJsonNode(document.RootElement, "$", source);
            return root.Optional("model_dict") is { } single ? [ReadEntry(single)] : ReadCollection(root);
        }
        catch (JsonException exception)
        {
            throw source.Malformed(
                string.Create(CultureInfo.InvariantCulture, $"line {exception.LineNumber + 1}, byte {exception.BytePositionInLine}"),
                "this is not valid JSON",
                exception);
        }
        catch (InvalidOperationException exception)
        {
            // A string that is no valid UTF-8, or half a surrogate pair.
            throw source.Malformed("a string", "the text is not valid Unicode", exception);
        }
    }

    private static void RejectOtherFormats(ReadOnlySpan<byte> content, ModelSource source)
    {
        if (!content.IsEmpty && content[0] == PickleMagic)
        {
            throw source.Unsupported("byte 0", "this is a Python pickle", "Use the model's JSON file.");
        }

        if (content.StartsWith("svm_type"u8))
        {
            throw source.Unsupported("byte 0", "this is bare libsvm text, without feature names", "Use the model's JSON file.");
        }
    }

    private static List<ModelEntry> ReadCollection(ModelJsonNode root)
    {
        var entries = new List<ModelEntry>();
        while (root.Optional(entries.Count.ToString(CultureInfo.InvariantCulture)) is { } member)
        {
            if (entries.Count == MaximumEntryCount)
            {
                throw root.Malformed($"there are more than {MaximumEntryCount} bootstrap models");
            }

            ModelEntry entry = ReadEntry(member.Required("model_dict"));
            if (entries.Count > 0 && !HaveSameFeatures(entries[0], entry))
            {
                throw member.Malformed("the features or their options are not those of model 0");
            }

            if (entries.Count > 0 && entries[0].Kind != entry.Kind)
            {
                throw member.Malformed("the model type is not that of model 0");
            }

            entries.Add(entry);
        }

        return entries.Count switch
        {
            0 => throw root.Malformed("there is neither 'model_dict' nor '0'"),
            1 => throw root.Malformed("a bootstrap collection needs model '1'"),
            _ when entries[0].Kind == ModelKind.SupportVectorRegression => throw root.Malformed("the models are of no bootstrap type"),
            _ => entries,
        };
    }

    private static bool HaveSameFeatures(ModelEntry a, ModelEntry b) =>
        a.Features.Count == b.Features.Count
        && a.Features.Zip(b.Features, (one, other) => one.Name == other.Name && one.Options.SequenceEqual(other.Options)).All(same => same);

    private static ModelEntry ReadEntry(ModelJsonNode model)
    {
        ModelKind kind = ReadKind(model.Required("model_type"));
        List<ModelFeature> features = ReadFeatures(model);
        (LinearRescale[] featureScales, LinearRescale? scoreScale) = ReadNormalization(model, features.Count);
        return new ModelEntry(
            kind,
            features,
            featureScales,
            scoreScale,
            LibsvmTextReader.Read(model.Required("model"), features.Count),
            model.Optional("chroma_correction_parameter") is { } chroma ? ReadChromaCorrection(chroma, features) : null,
            model.Optional("score_transform") is { } transform ? ReadTransform(transform) : null,
            model.Optional("score_clip") is { } clip ? ReadRange(clip) : null);
    }

    private static ModelKind ReadKind(ModelJsonNode type) => type.Text() switch
    {
        "LIBSVMNUSVR" => ModelKind.SupportVectorRegression,
        "BOOTSTRAP_LIBSVMNUSVR" => ModelKind.Bootstrap,
        "RESIDUEBOOTSTRAP_LIBSVMNUSVR" => ModelKind.ResidueBootstrap,
        string other => throw type.Unsupported($"models of type '{other}' cannot be evaluated"),
    };

    private static List<ModelFeature> ReadFeatures(ModelJsonNode model)
    {
        ModelJsonNode namesNode = model.Required("feature_names");
        List<ModelJsonNode> names = namesNode.Items(MaximumFeatureCount);
        if (names.Count == 0)
        {
            throw namesNode.Malformed("a model needs a feature");
        }

        ModelJsonNode? optionsNode = model.Optional("feature_opts_dicts");
        List<ModelJsonNode> options = optionsNode?.Items(MaximumFeatureCount) ?? [];
        if (optionsNode is not null && options.Count != names.Count)
        {
            throw optionsNode.Malformed($"there are options for {options.Count} features instead of {names.Count}");
        }

        return [.. names.Select((name, index) => new ModelFeature(name.Text(), options.Count == 0 ? [] : ReadOptions(options[index])))];
    }

    private static List<KeyValuePair<string, string>> ReadOptions(ModelJsonNode options) =>
        [.. options.Members().Select(option => KeyValuePair.Create(option.Key, ReadOption(option.Value)))];

    private static string ReadOption(ModelJsonNode value) => value.Kind switch
    {
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.String => value.Text(),
        JsonValueKind.Number => SixSignificantDigits(value.Number()),
        _ => throw value.Malformed("an option is a number, a flag or a string"),
    };

    /// <summary>libvmaf keeps six significant digits of the numbers in options; whole numbers come out without a point.</summary>
    private static string SixSignificantDigits(double number) =>
        double.Parse(number.ToString("G6", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
            .ToString(CultureInfo.InvariantCulture);

    private static (LinearRescale[] Features, LinearRescale? Score) ReadNormalization(ModelJsonNode model, int featureCount)
    {
        ModelJsonNode type = model.Required("norm_type");
        switch (type.Text())
        {
            case "none":
                return ([], null);
            case "linear_rescale":
                double[] slopes = model.Required("slopes").Numbers(featureCount + 1);
                double[] intercepts = model.Required("intercepts").Numbers(featureCount + 1);
                if (slopes[0] == 0)
                {
                    throw model.Required("slopes").Malformed("the slope of the score is 0");
                }

                LinearRescale[] scales = [.. slopes.Zip(intercepts, (slope, intercept) => new LinearRescale(slope, intercept))];
                return (scales[1..], scales[0]);
            default:
                throw type.Unsupported($"there is no normalisation '{type.Text()}'");
        }
    }

    private static ChromaCorrection ReadChromaCorrection(ModelJsonNode node, List<ModelFeature> features)
    {
        double parameter = node.Number();
        if (parameter is <= 0 or >= 200)
        {
            throw node.Malformed("the parameter must be between 0 and 200");
        }

        return new ChromaCorrection(parameter, OnlyFeatureLike("adm3"), OnlyFeatureLike("speed_chroma"));

        int OnlyFeatureLike(string part) =>
            features.Count(feature => feature.Name.Contains(part, StringComparison.Ordinal)) == 1
                ? features.FindIndex(feature => feature.Name.Contains(part, StringComparison.Ordinal))
                : throw node.Malformed($"the correction needs exactly one feature like '{part}'");
    }

    private static ScoreTransform ReadTransform(ModelJsonNode node) => new()
    {
        P0 = node.Optional("p0")?.Number(),
        P1 = node.Optional("p1")?.Number(),
        P2 = node.Optional("p2")?.Number(),
        PiecewiseLinear = node.Optional("knots") is { } knots ? ReadKnots(knots) : null,
        LimitsToInput = node.Optional("out_lte_in")?.Flag() ?? false,
        RaisesToInput = node.Optional("out_gte_in")?.Flag() ?? false,
        IsEnabledByDefault = node.Optional("enabled")?.Flag() ?? false,
    };

    private static PiecewiseLinearMap ReadKnots(ModelJsonNode node)
    {
        (double X, double Y)[] knots = [.. node.Items(MaximumKnotCount).Select(knot => knot.Numbers(2)).Select(knot => (knot[0], knot[1]))];
        return PiecewiseLinearMap.AreValid(knots)
            ? new PiecewiseLinearMap(knots)
            : throw node.Malformed("knots are two or more points with increasing x and non-decreasing y");
    }

    private static ScoreRange ReadRange(ModelJsonNode node)
    {
        double[] limits = node.Numbers(2);
        return limits[0] <= limits[1]
            ? new ScoreRange(limits[0], limits[1])
            : throw node.Malformed("the lower limit is above the upper one");
    }
}

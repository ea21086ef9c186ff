using System.Text.Json;
using Vmaf.Engine.Features.NaturalScene;
using Vmaf.Engine.Models.Pickle;

namespace Vmaf.Engine.Models.Niqe;

/// <summary>
/// Reads NIQE models: <c>model_dict</c> with <c>model_type</c> NIQE, <c>feature_names</c>, and in <c>model</c> the mean <c>mu</c> and the
/// covariance <c>cov</c>, as JSON or as a pickle.
/// </summary>
internal static class NiqeModelReader
{
    private const string NamePrefix = "NIQE_noref_feature_";
    private const string NameSuffix = "_scores";

    /// <summary>Reads a model.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="path">Its path, for errors.</param>
    public static NiqeModel Read(byte[] bytes, string path)
    {
        var source = new ModelSource(path);
        byte[] json = PickleToJson.IsPickle(bytes) ? PickleToJson.Translate(bytes, source) : bytes;
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            return Read(new ModelJsonNode(document.RootElement, "$", source));
        }
        catch (JsonException exception)
        {
            throw source.Malformed($"line {exception.LineNumber + 1}", "this is neither JSON nor a pickle", exception);
        }
        catch (InvalidOperationException exception)
        {
            throw source.Malformed("a string", "the text is not valid Unicode", exception);
        }
    }

    private static NiqeModel Read(ModelJsonNode root)
    {
        ModelJsonNode dictionary = root.Required("model_dict");
        ModelJsonNode type = dictionary.Required("model_type");
        if (type.Text() != "NIQE")
        {
            throw type.Unsupported($"a model of type '{type.Text()}' is no NIQE model");
        }

        int count = NiqeDefinition.PatchFeatures.Count;
        List<ModelJsonNode> names = dictionary.Required("feature_names").Items(count);
        string[] features = [.. names.Select(ReadName).Distinct()];
        if (features.Length != count)
        {
            throw dictionary.Malformed($"there must be {count} different features");
        }

        ModelJsonNode model = dictionary.Required("model");
        ModelJsonNode covarianceNode = model.Required("cov");
        List<ModelJsonNode> rows = covarianceNode.Items(count);
        if (rows.Count != count)
        {
            throw covarianceNode.Malformed($"there must be {count} rows");
        }

        double[,] covariance = new double[count, count];
        for (int row = 0; row < count; row++)
        {
            double[] numbers = rows[row].Numbers(count);
            for (int column = 0; column < count; column++)
            {
                covariance[row, column] = numbers[column];
            }
        }

        return new NiqeModel(features, model.Required("mu").Numbers(count), covariance);
    }

    private static string ReadName(ModelJsonNode node)
    {
        string name = node.Text();
        string feature = name.StartsWith(NamePrefix, StringComparison.Ordinal) && name.EndsWith(NameSuffix, StringComparison.Ordinal)
            ? name[NamePrefix.Length..^NameSuffix.Length]
            : name;
        return NiqeDefinition.PatchFeatures.Contains(feature) ? feature : throw node.Malformed($"'{name}' is no feature of NIQE");
    }
}

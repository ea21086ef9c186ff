using System.Globalization;

namespace Vmaf.Engine.Models;

/// <summary>
/// Reads libsvm's model text: header lines, the line <c>SV</c>, then one line <c>coefficient index:value …</c> a support vector.
/// </summary>
internal ref struct LibsvmTextReader
{
    /// <summary>The most support vectors a model may have.</summary>
    public const int MaximumSupportVectorCount = 100_000;

    private readonly ModelJsonNode _node;
    private ReadOnlySpan<char> _rest;
    private int _lineNumber;

    private LibsvmTextReader(ModelJsonNode node, ReadOnlySpan<char> text)
    {
        _node = node;
        _rest = text;
    }

    /// <summary>Reads a regressor.</summary>
    /// <param name="node">The JSON string with the text.</param>
    /// <param name="featureCount">Features of a row; indices in the text go from 1 to this.</param>
    public static SupportVectorRegressor Read(ModelJsonNode node, int featureCount) =>
        new LibsvmTextReader(node, node.Text()).ReadRegressor(featureCount);

    private SupportVectorRegressor ReadRegressor(int featureCount)
    {
        KernelFunction? function = null;
        double gamma = 0;
        double constantTerm = 0;
        int degree = 0;
        int? count = null;
        double? offset = null;
        bool isRegression = false;
        while (true)
        {
            ReadOnlySpan<char> value = NextLine();
            ReadOnlySpan<char> key = NextWord(ref value);
            if (key is "SV")
            {
                break;
            }

            switch (key)
            {
                case "svm_type":
                    isRegression = NextWord(ref value) is "nu_svr" or "epsilon_svr"
                        ? true
                        : throw Unsupported("it is no support vector regression");
                    break;
                case "kernel_type":
                    function = ReadKernel(NextWord(ref value));
                    break;
                case "degree":
                    degree = Whole(NextWord(ref value), 1000);
                    break;
                case "gamma":
                    gamma = Number(NextWord(ref value));
                    break;
                case "coef0":
                    constantTerm = Number(NextWord(ref value));
                    break;
                case "nr_class":
                    _ = Whole(NextWord(ref value), 2) == 2 ? 2 : throw Malformed("a regression has nr_class 2");
                    break;
                case "total_sv":
                    count = Whole(NextWord(ref value), MaximumSupportVectorCount);
                    break;
                case "rho":
                    offset = Number(NextWord(ref value));
                    break;
                case "probA":
                    break;
                default:
                    throw Malformed($"'{Shorten(key)}' is no header of a support vector regression");
            }
        }

        if (!isRegression || function is null || count is null || offset is null)
        {
            throw Malformed("svm_type, kernel_type, total_sv or rho is missing");
        }

        if (gamma < 0)
        {
            throw Malformed("gamma is negative");
        }

        var kernel = new KernelParameters(function.Value, gamma, constantTerm, degree);
        return ReadSupportVectors(kernel, featureCount, count.Value, offset.Value);
    }

    private SupportVectorRegressor ReadSupportVectors(KernelParameters kernel, int featureCount, int count, double offset)
    {
        // A hostile count alone must not allocate: every support vector takes at least two characters of text.
        if (count > _rest.Length)
        {
            throw Malformed($"the text ends before {count} support vectors");
        }

        double[] coefficients = new double[count];
        double[] vectors = new double[checked(count * featureCount)];
        for (int index = 0; index < count; index++)
        {
            ReadOnlySpan<char> line = NextLine();
            coefficients[index] = Number(NextWord(ref line));
            ReadFeatures(line, vectors.AsSpan(index * featureCount, featureCount));
        }

        if (!_rest.Trim().IsEmpty)
        {
            throw Malformed($"more than {count} support vectors");
        }

        return new SupportVectorRegressor(kernel, featureCount, offset, coefficients, vectors);
    }

    /// <summary>Indices ascend; those left out are zero.</summary>
    private readonly void ReadFeatures(ReadOnlySpan<char> line, Span<double> vector)
    {
        int previous = 0;
        while (true)
        {
            ReadOnlySpan<char> word = NextWord(ref line);
            if (word.IsEmpty)
            {
                return;
            }

            int colon = word.IndexOf(':');
            int feature = colon < 0 ? 0 : Whole(word[..colon], vector.Length);
            if (feature <= previous)
            {
                throw Malformed($"'{Shorten(word)}' is no index:value with ascending index");
            }

            vector[feature - 1] = Number(word[(colon + 1)..]);
            previous = feature;
        }
    }

    private readonly KernelFunction ReadKernel(ReadOnlySpan<char> name) => name switch
    {
        "rbf" => KernelFunction.RadialBasis,
        "linear" => KernelFunction.Linear,
        "polynomial" => KernelFunction.Polynomial,
        "sigmoid" => KernelFunction.Sigmoid,
        _ => throw Unsupported($"there is no kernel '{Shorten(name)}'"),
    };

    private ReadOnlySpan<char> NextLine()
    {
        _lineNumber++;
        if (_rest.IsEmpty)
        {
            throw Malformed("the text ends too early");
        }

        int end = _rest.IndexOf('\n');
        ReadOnlySpan<char> line = end < 0 ? _rest : _rest[..end];
        _rest = end < 0 ? [] : _rest[(end + 1)..];
        return line;
    }

    private static ReadOnlySpan<char> NextWord(ref ReadOnlySpan<char> line)
    {
        line = line.TrimStart(" \t\r");
        int end = line.IndexOfAny(" \t\r");
        ReadOnlySpan<char> word = end < 0 ? line : line[..end];
        line = line[word.Length..];
        return word;
    }

    private readonly double Number(ReadOnlySpan<char> word) =>
        double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number)
            ? number
            : throw Malformed($"'{Shorten(word)}' is no finite number");

    private readonly int Whole(ReadOnlySpan<char> word, int maximum) =>
        int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number <= maximum
            ? number
            : throw Malformed($"'{Shorten(word)}' is no whole number up to {maximum}");

    private static string Shorten(ReadOnlySpan<char> word) => word.Length <= 40 ? word.ToString() : $"{word[..40]}…";

    private readonly Errors.VmafException Malformed(string problem) => _node.Malformed($"line {_lineNumber}: {problem}");

    private readonly Errors.VmafException Unsupported(string problem) => _node.Unsupported($"line {_lineNumber}: {problem}");
}

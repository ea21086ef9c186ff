using Vmaf.Engine.Errors;

namespace Vmaf.Engine.Models.Niqe;

/// <summary>A NIQE model: mean and covariance of the features of patches of unspoilt pictures.</summary>
public sealed class NiqeModel
{
    private readonly double[] _mean;
    private readonly double[,] _covariance;

    /// <summary>Creates a model.</summary>
    /// <param name="featureNames">Names of the features, such as <c>alpha_m1</c>, in the model's order.</param>
    /// <param name="mean">Mean of each.</param>
    /// <param name="covariance">Their covariances.</param>
    internal NiqeModel(IReadOnlyList<string> featureNames, double[] mean, double[,] covariance)
    {
        FeatureNames = featureNames;
        _mean = mean;
        _covariance = covariance;
    }

    /// <summary>Names of the features, such as <c>alpha_m1</c>, in the model's order.</summary>
    public IReadOnlyList<string> FeatureNames { get; }

    /// <summary>Mean of each feature over unspoilt patches.</summary>
    public IReadOnlyList<double> Mean => _mean;

    /// <summary>Reads a model file: JSON, or the pickle that the harness of Netflix/vmaf writes. Nothing in a pickle is run.</summary>
    /// <param name="path">Path of the file.</param>
    /// <exception cref="VmafException">
    /// <see cref="VmafErrorIds.ModelNotFound"/>, <see cref="VmafErrorIds.FileUnreadable"/> or <see cref="VmafErrorIds.ModelMalformed"/>.
    /// </exception>
    public static NiqeModel Load(string path) => NiqeModelReader.Read(ModelFileReader.ReadBytes(path), path);

    /// <summary>Distance of a video's patches from the model; 0 for none, larger is worse.</summary>
    /// <param name="patches">Statistics of the patches, two at least.</param>
    /// <param name="featureNames">Their features, in order.</param>
    internal double Distance(SampleCovariance patches, IReadOnlyList<string> featureNames)
    {
        int[] order = [.. FeatureNames.Select(name => featureNames.ToList().IndexOf(name))];
        double[,] covariance = new double[order.Length, order.Length];
        double[] difference = new double[order.Length];
        for (int row = 0; row < order.Length; row++)
        {
            difference[row] = patches.Mean[order[row]] - _mean[row];
            for (int column = 0; column < order.Length; column++)
            {
                covariance[row, column] = (_covariance[row, column] + patches.Covariance(order[row], order[column])) / 2;
            }
        }

        return Math.Sqrt(new SymmetricMatrix(covariance).PseudoInverseForm(difference));
    }
}

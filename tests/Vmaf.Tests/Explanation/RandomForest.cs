using Vmaf.Engine.Explanation;

namespace Vmaf.Tests.Explanation;

/// <summary>
/// A small regression forest that repeats scikit-learn's choices (bootstrap, order of features, ties), to check explanations of a
/// model that is no support vector machine.
/// </summary>
internal sealed class RandomForest : INeighborResponse
{
    private const uint DrawLimit = int.MaxValue - 1;

    private readonly List<RegressionTree> _trees = [];

    public RandomForest(double[][] rows, double[] targets, int treeCount, uint seed)
    {
        FeatureCount = rows[0].Length;
        float[][] singles = [.. rows.Select(row => row.Select(value => (float)value).ToArray())];
        var master = new LegacyNumPyRandom(seed);
        for (int tree = 0; tree < treeCount; tree++)
        {
            uint treeSeed = master.NextUInt32(DrawLimit);
            int[] multiplicities = new int[rows.Length];
            var bootstrap = new LegacyNumPyRandom(treeSeed);
            for (int draw = 0; draw < rows.Length; draw++)
            {
                multiplicities[bootstrap.NextUInt32((uint)rows.Length - 1)]++;
            }

            uint splitterState = new LegacyNumPyRandom(treeSeed).NextUInt32(DrawLimit);
            _trees.Add(new RegressionTree(singles, targets, multiplicities, splitterState));
        }
    }

    public int FeatureCount { get; }

    public double Predict(float[] row) => _trees.Average(tree => tree.Predict(row));

    public void Evaluate(ReadOnlySpan<double> center, ReadOnlySpan<double> offsets, int rowCount, Span<double> responses)
    {
        float[] point = new float[FeatureCount];
        for (int row = 0; row < rowCount; row++)
        {
            for (int feature = 0; feature < FeatureCount; feature++)
            {
                point[feature] = (float)(center[feature] + offsets[(feature * rowCount) + row]);
            }

            responses[row] = Predict(point);
        }
    }
}

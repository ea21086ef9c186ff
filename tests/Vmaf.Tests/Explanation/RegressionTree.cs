namespace Vmaf.Tests.Explanation;

/// <summary>A regression tree grown to pure leaves, splitting as scikit-learn's best-first splitter does.</summary>
internal sealed class RegressionTree
{
    private const float SameValue = 1e-7f;
    private const double PureVariance = 2.2e-16;

    private readonly float[][] _rows;
    private readonly double[] _targets;
    private readonly int[] _weights;
    private readonly int[] _features;
    private readonly int[] _constantFeatures;
    private readonly Node _root;
    private uint _state;

    public RegressionTree(float[][] rows, double[] targets, int[] weights, uint splitterState)
    {
        _rows = rows;
        _targets = targets;
        _weights = weights;
        _state = splitterState;
        _features = [.. Enumerable.Range(0, rows[0].Length)];
        _constantFeatures = new int[rows[0].Length];
        _root = Grow([.. Enumerable.Range(0, rows.Length).Where(row => weights[row] > 0)], 0);
    }

    public double Predict(float[] row)
    {
        Node node = _root;
        while (node.Left is not null)
        {
            node = row[node.Feature] <= node.Threshold ? node.Left : node.Right!;
        }

        return node.Value;
    }

    /// <summary>Grows a node from its rows, in their order: gains that are equal but for rounding are told apart by it.</summary>
    private Node Grow(int[] rows, int knownConstants)
    {
        double weight = rows.Sum(row => _weights[row]);
        double mean = rows.Sum(row => _weights[row] * _targets[row]) / weight;
        double variance = (rows.Sum(row => _weights[row] * _targets[row] * _targets[row]) / weight) - (mean * mean);
        if (rows.Length < 2 || variance <= PureVariance)
        {
            return new Node(mean);
        }

        (int feature, double threshold, int constants) = FindSplit(rows, knownConstants);
        if (feature < 0)
        {
            return new Node(mean);
        }

        int leftCount = Partition(rows, feature, threshold);
        Node left = Grow(rows[..leftCount], constants);
        Node right = Grow(rows[leftCount..], constants);
        return new Node(mean, feature, threshold, left, right);
    }

    /// <summary>Brings the rows of the left child to the front.</summary>
    private int Partition(int[] rows, int feature, double threshold)
    {
        int next = 0;
        int end = rows.Length;
        while (next < end)
        {
            if (_rows[rows[next]][feature] <= threshold)
            {
                next++;
            }
            else
            {
                end--;
                (rows[next], rows[end]) = (rows[end], rows[next]);
            }
        }

        return next;
    }

    /// <summary>The best split; leaves the rows sorted by the feature that was tried last.</summary>
    private (int Feature, double Threshold, int Constants) FindSplit(int[] rows, int knownConstants)
    {
        double totalSum = rows.Sum(row => _weights[row] * _targets[row]);
        int bestFeature = -1;
        double bestThreshold = 0;
        double bestGain = double.NegativeInfinity;
        int end = _features.Length;
        int foundConstants = 0;
        int drawnConstants = 0;
        int totalConstants = knownConstants;
        while (end > totalConstants)
        {
            int drawn = Draw(drawnConstants, end - foundConstants);
            if (drawn < knownConstants)
            {
                (_features[drawnConstants], _features[drawn]) = (_features[drawn], _features[drawnConstants]);
                drawnConstants++;
                continue;
            }

            drawn += foundConstants;
            int feature = _features[drawn];
            Array.Sort(rows, (a, b) => _rows[a][feature].CompareTo(_rows[b][feature]));
            if (_rows[rows[^1]][feature] <= _rows[rows[0]][feature] + SameValue)
            {
                (_features[drawn], _features[totalConstants]) = (_features[totalConstants], feature);
                foundConstants++;
                totalConstants++;
                continue;
            }

            end--;
            (_features[end], _features[drawn]) = (_features[drawn], _features[end]);
            (double gain, double threshold) = BestThreshold(rows, feature, totalSum);
            if (gain > bestGain)
            {
                (bestFeature, bestThreshold, bestGain) = (feature, threshold, gain);
            }
        }

        Array.Copy(_constantFeatures, _features, knownConstants);
        Array.Copy(_features, knownConstants, _constantFeatures, knownConstants, foundConstants);
        return (bestFeature, bestThreshold, totalConstants);
    }

    private (double Gain, double Threshold) BestThreshold(int[] sorted, int feature, double totalSum)
    {
        double totalWeight = sorted.Sum(row => _weights[row]);
        double sum = 0;
        int position = 0;
        (double Gain, double Threshold) best = (double.NegativeInfinity, 0);
        for (int index = 1; index < sorted.Length; index++)
        {
            float below = _rows[sorted[index - 1]][feature];
            float above = _rows[sorted[index]][feature];
            if (above <= below + SameValue)
            {
                continue;
            }

            // Sums are continued from the left, or taken from the right where that is shorter.
            sum = index - position <= sorted.Length - index
                ? sorted[position..index].Aggregate(sum, (partial, row) => partial + (_weights[row] * _targets[row]))
                : sorted[index..].Reverse().Aggregate(totalSum, (partial, row) => partial - (_weights[row] * _targets[row]));
            position = index;
            double weight = sorted[..index].Sum(row => _weights[row]);
            double rest = totalSum - sum;
            double gain = (sum * sum / weight) + (rest * rest / (totalWeight - weight));
            if (gain > best.Gain)
            {
                best = (gain, (below / 2.0) + (above / 2.0));
            }
        }

        return best;
    }

    private int Draw(int low, int high)
    {
        _state = _state == 0 ? 1 : _state;
        _state ^= _state << 13;
        _state ^= _state >> 17;
        _state ^= _state << 5;
        return low + (int)((_state & int.MaxValue) % (uint)(high - low));
    }

    private sealed record Node(double Value, int Feature = 0, double Threshold = 0, Node? Left = null, Node? Right = null);
}

using Vmaf.Engine.Models;

namespace Vmaf.ModelRefit;

/// <summary>How far a regressor is from an official model in a domain, in score points before transform and clip.</summary>
internal sealed class ErrorMeasurement
{
    /// <summary>Random points that are looked at.</summary>
    public const int RandomPointCount = 2_000_000;

    private const int EdgePointCount = 100_000;
    private const int BatchSize = 10_000;
    private const int ClimberCount = 100;
    private const double FirstStep = 0.05;
    private const double LastStep = 0.0005;

    private readonly SupportVectorRegressor _official;
    private readonly SupportVectorRegressor _fitted;
    private readonly FeatureDomain _domain;
    private readonly double _pointsPerUnit;
    private readonly Random _random = new(20160601);
    private readonly PriorityQueue<double[], double> _worst = new();

    private ErrorMeasurement(ScorePredictor official, SupportVectorRegressor fitted, FeatureDomain domain)
    {
        _official = official.Regressor;
        _fitted = fitted;
        _domain = domain;
        _pointsPerUnit = Math.Abs(official.Denormalize(1) - official.Denormalize(0));
    }

    /// <summary>The largest error that was found.</summary>
    public double Largest { get; private set; }

    /// <summary>Where the largest error was found.</summary>
    public double[] WorstPoint { get; private set; } = [];

    /// <summary>The largest error at the random points.</summary>
    public double RandomLargest { get; private set; }

    /// <summary>The largest error at all corners and at random points of edges.</summary>
    public double BoundaryLargest { get; private set; }

    /// <summary>Root of the mean square error at the random points.</summary>
    public double RootMeanSquare { get; private set; }

    /// <summary>Measures.</summary>
    /// <param name="official">The official model.</param>
    /// <param name="fitted">The fitted regressor.</param>
    /// <param name="domain">Where to look.</param>
    public static ErrorMeasurement Measure(ScorePredictor official, SupportVectorRegressor fitted, FeatureDomain domain)
    {
        var measurement = new ErrorMeasurement(official, fitted, domain);
        double squares = 0;
        measurement.RandomLargest = measurement.Visit(RandomPointCount, measurement.RandomPoint, ref squares);
        measurement.RootMeanSquare = Math.Sqrt(squares / RandomPointCount);
        double unused = 0;
        int corners = 1 << domain.FeatureCount;
        measurement.BoundaryLargest = Math.Max(
            measurement.Visit(corners, domain.Corner, ref unused),
            measurement.Visit(EdgePointCount, measurement.EdgePoint, ref unused));
        measurement.Climb();
        return measurement;
    }

    private double Visit(int count, Func<int, double[]> point, ref double squares)
    {
        double largest = 0;
        for (int first = 0; first < count; first += BatchSize)
        {
            double[][] points = [.. Enumerable.Range(first, Math.Min(BatchSize, count - first)).Select(point)];
            double[] errors = Errors(points);
            for (int index = 0; index < points.Length; index++)
            {
                squares += errors[index] * errors[index];
                largest = Math.Max(largest, errors[index]);
                Remember(points[index], errors[index]);
            }
        }

        return largest;
    }

    private void Remember(double[] point, double error)
    {
        if (error > Largest)
        {
            Largest = error;
            WorstPoint = point;
        }

        if (_worst.Count < ClimberCount)
        {
            _worst.Enqueue(point, error);
        }
        else
        {
            _worst.EnqueueDequeue(point, error);
        }
    }

    /// <summary>From the worst points, goes along the axes as long as the error grows, with steps that get smaller.</summary>
    private void Climb()
    {
        double[][] climbers = [.. _worst.UnorderedItems.Select(item => item.Element)];
        for (double step = FirstStep; step > LastStep;)
        {
            bool moved = false;
            for (int climber = 0; climber < climbers.Length; climber++)
            {
                double[][] steps = [climbers[climber], .. Neighbours(climbers[climber], step)];
                double[] errors = Errors(steps);
                int best = Array.IndexOf(errors, errors.Max());
                moved |= errors[best] > errors[0];
                climbers[climber] = steps[best];
                Remember(steps[best], errors[best]);
            }

            step = moved ? step : step / 2;
        }
    }

    private IEnumerable<double[]> Neighbours(double[] point, double step)
    {
        for (int feature = 0; feature < point.Length; feature++)
        {
            foreach (double move in new[] { step, -step })
            {
                double[] neighbour = [.. point];
                neighbour[feature] = Math.Clamp(point[feature] + move, _domain.Low[feature], _domain.High[feature]);
                yield return neighbour;
            }
        }
    }

    private double[] Errors(double[][] points)
    {
        double[] rows = new double[points.Length * _domain.FeatureCount];
        for (int index = 0; index < points.Length; index++)
        {
            for (int feature = 0; feature < _domain.FeatureCount; feature++)
            {
                rows[(feature * points.Length) + index] = points[index][feature];
            }
        }

        double[] expected = new double[points.Length];
        double[] actual = new double[points.Length];
        _official.Predict(rows, points.Length, expected);
        _fitted.Predict(rows, points.Length, actual);
        return [.. expected.Zip(actual, (a, b) => Math.Abs(a - b) * _pointsPerUnit)];
    }

    private double[] RandomPoint(int index) =>
        [.. Enumerable.Range(0, _domain.FeatureCount).Select(feature => _domain.At(feature, _random.NextDouble()))];

    private double[] EdgePoint(int index)
    {
        double[] point = _domain.Corner(_random.Next(1 << _domain.FeatureCount));
        int along = _random.Next(_domain.FeatureCount);
        point[along] = _domain.At(along, _random.NextDouble());
        return point;
    }
}

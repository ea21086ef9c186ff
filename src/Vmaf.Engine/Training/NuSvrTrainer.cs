using Vmaf.Engine.Models;

namespace Vmaf.Engine.Training;

/// <summary>
/// Trains nu support vector regression: Schölkopf et al., "New support vector algorithms", Neural Computation 12 (2000), by sequential
/// minimal optimisation with the second-order choice of pairs of Fan, Chen and Lin, JMLR 6 (2005).
/// </summary>
/// <remarks>
/// The dual has an upper and a lower multiplier for each sample, both in [0, C], and two equality constraints, so a step moves two
/// multipliers of one side. The lower side's gradient is the negative of the upper side's, so one array serves both.
/// </remarks>
public sealed class NuSvrTrainer
{
    /// <summary>Stands in for a curvature that is not positive.</summary>
    private const double LeastCurvature = 1e-12;

    /// <summary>How near to a bound is at the bound, as a share of C.</summary>
    private const double RelativeBoundSlack = 1e-12;

    private const int LeastIterationLimit = 10_000_000;

    private readonly SampleMatrix _samples;
    private readonly NuSvrParameters _parameters;
    private readonly KernelRowCache _kernel;
    private readonly double[] _diagonal;
    private readonly double[] _gradient;
    private readonly double[] _upper;
    private readonly double[] _lower;

    private NuSvrTrainer(SampleMatrix samples, ReadOnlySpan<double> labels, NuSvrParameters parameters)
    {
        int count = samples.SampleCount;
        _samples = samples;
        _parameters = parameters;
        _kernel = new KernelRowCache(samples, parameters.Kernel, parameters.CacheSizeMebibytes * 1048576L);
        _diagonal = new double[count];
        _gradient = new double[count];
        _upper = new double[count];
        double left = parameters.Cost * parameters.Nu * count / 2;
        double[] row = new double[count];
        for (int sample = 0; sample < count; sample++)
        {
            _gradient[sample] = -labels[sample];
            _upper[sample] = Math.Min(left, parameters.Cost);
            left -= _upper[sample];
            if (parameters.Kernel.Function == KernelFunction.RadialBasis)
            {
                _diagonal[sample] = 1;
            }
            else
            {
                samples.KernelRow(parameters.Kernel, sample, row);
                _diagonal[sample] = row[sample];
            }
        }

        _lower = [.. _upper];
    }

    /// <summary>Trains a regressor.</summary>
    /// <param name="samples">The samples, normalised.</param>
    /// <param name="labels">One label a sample, normalised.</param>
    /// <param name="parameters">Cost, ν, kernel, tolerance.</param>
    /// <param name="cancellationToken">Ends the training early, with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The regressor over the samples whose coefficient is not zero.</returns>
    /// <exception cref="ArgumentException">
    /// A parameter is out of range, samples and labels differ in number, or one of them is not finite.
    /// </exception>
    /// <exception cref="InvalidOperationException">The optimisation does not come to an end.</exception>
    public static SupportVectorRegressor Train(
        SampleMatrix samples,
        ReadOnlySpan<double> labels,
        NuSvrParameters parameters,
        CancellationToken cancellationToken = default)
    {
        if (labels.Length != samples.SampleCount)
        {
            throw new ArgumentException($"There are {labels.Length} labels for {samples.SampleCount} samples.", nameof(labels));
        }

        if (!AreFinite(labels) || !AreFinite(samples.Values))
        {
            throw new ArgumentException("Samples and labels must be finite.", nameof(samples));
        }

        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(parameters.Cost, nameof(parameters));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(parameters.Nu, nameof(parameters));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(parameters.Nu, 1, nameof(parameters));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(parameters.Tolerance, nameof(parameters));
        ArgumentOutOfRangeException.ThrowIfLessThan(parameters.CacheSizeMebibytes, 1, nameof(parameters));
        var trainer = new NuSvrTrainer(samples, labels, parameters);
        trainer.Optimize(cancellationToken);
        return trainer.CreateRegressor();
    }

    private static bool AreFinite(ReadOnlySpan<double> values)
    {
        foreach (double value in values)
        {
            if (!double.IsFinite(value))
            {
                return false;
            }
        }

        return true;
    }

    private void Optimize(CancellationToken cancellationToken)
    {
        long limit = Math.Max(LeastIterationLimit, 100L * _samples.SampleCount);
        for (long iteration = 0; ChoosePair(out Pair pair); iteration++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (iteration == limit)
            {
                throw new InvalidOperationException($"The training has not converged after {limit} steps.");
            }

            Move(pair);
        }
    }

    /// <summary>
    /// The pair of one side that promises most: the steepest ascent, and what then lowers the objective furthest. False at the optimum.
    /// </summary>
    private bool ChoosePair(out Pair pair)
    {
        int upperRise = SteepestRise(isUpper: true);
        int lowerRise = SteepestRise(isUpper: false);
        double best = double.PositiveInfinity;
        int fall = -1;
        bool isUpper = true;
        double upperViolation = ChooseFall(isUpper: true, upperRise, ref best, ref fall, ref isUpper);
        double lowerViolation = ChooseFall(isUpper: false, lowerRise, ref best, ref fall, ref isUpper);
        pair = new Pair(isUpper ? upperRise : lowerRise, fall, isUpper);
        return fall >= 0 && Math.Max(upperViolation, lowerViolation) >= _parameters.Tolerance;
    }

    /// <summary>The sample whose multiplier can move so that its coefficient grows, and gains most by it; -1 if none can.</summary>
    private int SteepestRise(bool isUpper)
    {
        int steepest = -1;
        double most = double.NegativeInfinity;
        for (int sample = 0; sample < _gradient.Length; sample++)
        {
            bool canGrow = isUpper ? _upper[sample] < _parameters.Cost : _lower[sample] > 0;
            if (canGrow && -_gradient[sample] >= most)
            {
                most = -_gradient[sample];
                steepest = sample;
            }
        }

        return steepest;
    }

    /// <summary>Looks for the partner of a rise, one whose coefficient can shrink; returns the side's violation of optimality.</summary>
    private double ChooseFall(bool isUpper, int rise, ref double best, ref int fall, ref bool fallIsUpper)
    {
        if (rise < 0)
        {
            return double.NegativeInfinity;
        }

        double[] row = _kernel.Row(rise);
        double ascent = -_gradient[rise];
        double violation = double.NegativeInfinity;
        for (int sample = 0; sample < _gradient.Length; sample++)
        {
            bool canShrink = isUpper ? _upper[sample] > 0 : _lower[sample] < _parameters.Cost;
            if (!canShrink)
            {
                continue;
            }

            double difference = ascent + _gradient[sample];
            violation = Math.Max(violation, difference);
            if (difference > 0)
            {
                double change = -(difference * difference) / Curvature(rise, sample, row);
                if (change <= best)
                {
                    best = change;
                    fall = sample;
                    fallIsUpper = isUpper;
                }
            }
        }

        return violation;
    }

    /// <summary>Moves as much coefficient from one sample to the other as is best, or as the bounds allow.</summary>
    private void Move(Pair pair)
    {
        double[] riseRow = _kernel.Row(pair.Rise);
        double step = (_gradient[pair.Fall] - _gradient[pair.Rise]) / Curvature(pair.Rise, pair.Fall, riseRow);
        if (pair.IsUpper)
        {
            step = Shift(_upper, from: pair.Fall, to: pair.Rise, step);
        }
        else
        {
            step = Shift(_lower, from: pair.Rise, to: pair.Fall, step);
        }

        double[] fallRow = _kernel.Row(pair.Fall);
        for (int sample = 0; sample < _gradient.Length; sample++)
        {
            _gradient[sample] += (riseRow[sample] - fallRow[sample]) * step;
        }
    }

    /// <summary>Shifts an amount between two multipliers within their bounds.</summary>
    private double Shift(double[] multipliers, int from, int to, double amount)
    {
        double shifted = Math.Min(amount, Math.Min(multipliers[from], _parameters.Cost - multipliers[to]));
        multipliers[from] = SnapToBounds(multipliers[from] - shifted);
        multipliers[to] = SnapToBounds(multipliers[to] + shifted);
        return shifted;
    }

    /// <summary>Sums of multipliers drift by rounding; one that is as good as at a bound must not count as free.</summary>
    private double SnapToBounds(double multiplier)
    {
        double slack = RelativeBoundSlack * _parameters.Cost;
        return multiplier < slack ? 0 : multiplier > _parameters.Cost - slack ? _parameters.Cost : multiplier;
    }

    private double Curvature(int a, int b, double[] rowOfA)
    {
        double curvature = _diagonal[a] + _diagonal[b] - (2 * rowOfA[b]);
        return curvature > 0 ? curvature : LeastCurvature;
    }

    private SupportVectorRegressor CreateRegressor()
    {
        int[] support = [.. Enumerable.Range(0, _gradient.Length).Where(sample => _upper[sample] != _lower[sample])];
        double[] coefficients = [.. support.Select(sample => _upper[sample] - _lower[sample])];
        double offset = (SideOffset(_upper, isUpper: true) + SideOffset(_lower, isUpper: false)) / 2;
        return _samples.CreateRegressor(_parameters.Kernel, support, coefficients, offset);
    }

    /// <summary>ρ as one side sees it: the gradient's mean over free multipliers, else the middle of what the bounds allow.</summary>
    private double SideOffset(double[] multipliers, bool isUpper)
    {
        double sum = 0;
        int free = 0;
        double least = double.PositiveInfinity;
        double most = double.NegativeInfinity;
        for (int sample = 0; sample < multipliers.Length; sample++)
        {
            double gradient = _gradient[sample];
            if (multipliers[sample] > 0 && multipliers[sample] < _parameters.Cost)
            {
                sum += gradient;
                free++;
            }
            else if (multipliers[sample] > 0 == isUpper)
            {
                most = Math.Max(most, gradient);
            }
            else
            {
                least = Math.Min(least, gradient);
            }
        }

        return free > 0 ? sum / free : (least + most) / 2;
    }

    /// <summary>Two samples: the coefficient of one rises by what that of the other falls.</summary>
    private readonly record struct Pair(int Rise, int Fall, bool IsUpper);
}

namespace Vmaf.Engine.Models;

/// <summary>
/// What a model does to its score before clipping: a polynomial, then a piecewise linear map, then rectification against the score
/// that came in.
/// </summary>
public sealed record ScoreTransform
{
    /// <summary>Constant coefficient; <see langword="null"/> counts as 0.</summary>
    public double? P0 { get; init; }

    /// <summary>Linear coefficient; <see langword="null"/> counts as 0.</summary>
    public double? P1 { get; init; }

    /// <summary>Quadratic coefficient; <see langword="null"/> counts as 0. Without any coefficient there is no polynomial.</summary>
    public double? P2 { get; init; }

    /// <summary>The piecewise linear map, if there is one.</summary>
    public PiecewiseLinearMap? PiecewiseLinear { get; init; }

    /// <summary>Whether the result is at most the score that came in (<c>out_lte_in</c>).</summary>
    public bool LimitsToInput { get; init; }

    /// <summary>Whether the result is at least the score that came in (<c>out_gte_in</c>).</summary>
    public bool RaisesToInput { get; init; }

    /// <summary>Whether the model file turns the transform on; otherwise it waits for the user to.</summary>
    public bool IsEnabledByDefault { get; init; }

    /// <summary>Transforms a score.</summary>
    /// <param name="score">A score, neither transformed nor clipped.</param>
    public double Apply(double score)
    {
        double result = score;
        if (P0 is not null || P1 is not null || P2 is not null)
        {
            result = P0.GetValueOrDefault();
            result += P1.GetValueOrDefault() * score;
            result += P2.GetValueOrDefault() * score * score;
        }

        if (PiecewiseLinear is not null)
        {
            result = PiecewiseLinear.Apply(result);
        }

        if (LimitsToInput && result > score)
        {
            result = score;
        }

        return RaisesToInput && result < score ? score : result;
    }
}

namespace Vmaf.Engine.Explanation;

/// <summary>How far a neighbour is from its centre, in normalised feature units.</summary>
public enum DistanceMetric
{
    /// <summary>Length of the straight line.</summary>
    Euclidean,

    /// <summary>Sum of the differences in each feature.</summary>
    Manhattan,

    /// <summary>Largest difference in one feature.</summary>
    Chebyshev,

    /// <summary>1 − cosine of the angle between the two rows; 1 where one of them is zero.</summary>
    Cosine,
}

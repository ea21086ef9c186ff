namespace Vmaf.Engine.Explanation;

/// <summary>
/// The function that an explanation approximates: what a model says about rows of normalised features. Must be safe to call from
/// several threads.
/// </summary>
public interface INeighborResponse
{
    /// <summary>Features of a row.</summary>
    int FeatureCount { get; }

    /// <summary>Evaluates the function at a centre moved by offsets.</summary>
    /// <param name="center">The centre, one number a feature.</param>
    /// <param name="offsets">The offsets, feature-major: feature f of row r at f·<paramref name="rowCount"/> + r.</param>
    /// <param name="rowCount">Number of rows, a multiple of <see cref="NeighborBlock.RowMultiple"/>.</param>
    /// <param name="responses">Receives one value a row.</param>
    void Evaluate(ReadOnlySpan<double> center, ReadOnlySpan<double> offsets, int rowCount, Span<double> responses);
}

namespace Vmaf.Engine.Scoring;

/// <summary>A feature that is worked out of others, frame by frame: the score of a metric that takes no model.</summary>
/// <param name="Name">Name in logs.</param>
/// <param name="Inputs">What it is worked out of.</param>
/// <param name="Combine">Makes the value of one frame of the inputs' values, which may be infinite or NaN.</param>
internal sealed record DerivedFeature(string Name, IReadOnlyList<ModelInput> Inputs, Func<ReadOnlySpan<double>, double> Combine);

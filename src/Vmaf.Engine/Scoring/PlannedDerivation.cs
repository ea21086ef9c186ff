namespace Vmaf.Engine.Scoring;

/// <summary>A derived feature of a run, with the places of its numbers.</summary>
/// <param name="Feature">The feature.</param>
/// <param name="Inputs">For each of its inputs, the position among the run's metrics.</param>
/// <param name="Output">Its own position.</param>
internal sealed record PlannedDerivation(DerivedFeature Feature, int[] Inputs, int Output);

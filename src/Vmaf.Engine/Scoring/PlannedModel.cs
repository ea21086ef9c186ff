namespace Vmaf.Engine.Scoring;

/// <summary>A model of a run, with the places of its numbers.</summary>
/// <param name="Model">The model.</param>
/// <param name="Inputs">For each feature that it takes, the position among the run's metrics.</param>
/// <param name="Scores">For each of its scores, the position among the run's metrics.</param>
internal sealed record PlannedModel(ScoringModel Model, int[] Inputs, int[] Scores);

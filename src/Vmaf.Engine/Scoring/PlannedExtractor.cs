using Vmaf.Engine.Features;

namespace Vmaf.Engine.Scoring;

/// <summary>An extractor of a run, with the places of its numbers.</summary>
/// <param name="Extractor">The extractor, for all its variants.</param>
/// <param name="MeasurementStart">Where its measurements start in a frame's row of them.</param>
/// <param name="Metrics">For each of its features, the position among the run's metrics.</param>
internal sealed record PlannedExtractor(IFeatureExtractor Extractor, int MeasurementStart, int[] Metrics);

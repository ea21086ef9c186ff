namespace Vmaf.Engine.Scoring.Workers;

/// <summary>What a worker does next: an extractor on a frame, or a band of another worker's pass.</summary>
/// <param name="Extractor">Index of the extractor.</param>
/// <param name="Job">The frame, or <see langword="null"/> for a band.</param>
/// <param name="Pass">The pass that the band is of.</param>
/// <param name="Band">The band.</param>
internal readonly record struct WorkPiece(int Extractor, FrameJob? Job, SharedPass? Pass = null, int Band = 0);

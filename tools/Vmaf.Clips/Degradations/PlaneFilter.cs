namespace Vmaf.Clips.Degradations;

/// <summary>Makes a distorted plane from an original one.</summary>
/// <param name="original">The plane.</param>
/// <param name="filtered">Receives the samples, packed like the original's.</param>
/// <param name="strength">How much, 1 to 8.</param>
internal delegate void PlaneFilter(PlaneSamples original, ushort[] filtered, int strength);

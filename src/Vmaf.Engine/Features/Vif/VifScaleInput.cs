using Vmaf.Engine.Video;

namespace Vmaf.Engine.Features.Vif;

/// <summary>One scale of a frame: where its samples are, and what is wanted of it.</summary>
/// <param name="Scale">0 for the picture itself, to 3.</param>
/// <param name="Reference">Reference samples of the scale.</param>
/// <param name="Distorted">Distorted samples of the scale, of the same size.</param>
/// <param name="Sums">What the scale is added to, or <see langword="null"/> where only the next scale is wanted.</param>
/// <param name="Next">The next scale's planes, to be filled, or <see langword="null"/> after the last.</param>
internal readonly record struct VifScaleInput(int Scale, PlaneView Reference, PlaneView Distorted, VifSums? Sums, VifPlanes? Next);

namespace Vmaf.Engine.Features.Speed;

/// <summary>Size of a plane.</summary>
/// <param name="Width">Samples in a row.</param>
/// <param name="Height">Number of rows.</param>
internal readonly record struct PlaneSize(int Width, int Height);

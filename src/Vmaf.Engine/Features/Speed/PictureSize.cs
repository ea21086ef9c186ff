namespace Vmaf.Engine.Features.Speed;

/// <summary>Size of a picture.</summary>
/// <param name="Width">Samples in a row.</param>
/// <param name="Height">Number of rows.</param>
internal readonly record struct PictureSize(int Width, int Height);

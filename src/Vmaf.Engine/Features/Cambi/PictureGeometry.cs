namespace Vmaf.Engine.Features.Cambi;

/// <summary>Size of a picture as it is measured, and of the window around each sample.</summary>
/// <param name="Width">Samples in a row.</param>
/// <param name="Height">Number of rows.</param>
/// <param name="WindowRadius">Samples of the window to either side, at every scale.</param>
internal readonly record struct PictureGeometry(int Width, int Height, int WindowRadius)
{
    /// <summary>Samples in the window.</summary>
    public int WindowArea => ((2 * WindowRadius) + 1) * ((2 * WindowRadius) + 1);
}

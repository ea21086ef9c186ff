namespace Vmaf.Clips.Degradations;

/// <summary>A plane of a frame with what filters need to know about it.</summary>
/// <param name="Samples">Row after row without padding.</param>
/// <param name="Width">Samples in a row.</param>
/// <param name="Height">Number of rows.</param>
/// <param name="BitDepth">Bits per sample.</param>
/// <param name="Plane">0 luma, 1 Cb, 2 Cr.</param>
/// <param name="FrameNumber">Number of the frame in its clip.</param>
internal sealed record PlaneSamples(ushort[] Samples, int Width, int Height, int BitDepth, int Plane, int FrameNumber)
{
    /// <summary>Half of the range: mid-grey of luma, no colour of chroma.</summary>
    public int Middle => 1 << (BitDepth - 1);

    /// <summary>A sample; coordinates outside mean the nearest one inside.</summary>
    public int Nearest(int x, int y) => Samples[(Math.Clamp(y, 0, Height - 1) * Width) + Math.Clamp(x, 0, Width - 1)];

    /// <summary>A value brought into the range of samples.</summary>
    public ushort Clamp(int value) => (ushort)Math.Clamp(value, 0, (1 << BitDepth) - 1);

    /// <summary>Fills a plane with a function of the coordinates.</summary>
    public void Fill(ushort[] filtered, Func<int, int, int> sampleAt) => Parallel.For(0, Height, y =>
    {
        for (int x = 0; x < Width; x++)
        {
            filtered[(y * Width) + x] = Clamp(sampleAt(x, y));
        }
    });
}

namespace Vmaf.Engine.Video.Luma;

/// <summary>Changes the luma of one frame, in place.</summary>
/// <param name="luma">Luma samples scaled to 0…1, <paramref name="width"/> × <paramref name="height"/> of them, row after row. Used again for the next frame.</param>
/// <param name="width">Samples in a row.</param>
/// <param name="height">Rows.</param>
/// <param name="frameIndex">Number of the frame among those that are compared, from 0.</param>
public delegate void LumaPlaneCallback(double[] luma, int width, int height, long frameIndex);

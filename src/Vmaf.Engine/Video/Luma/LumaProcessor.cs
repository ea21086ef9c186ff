namespace Vmaf.Engine.Video.Luma;

/// <summary>
/// Passes the luma of frames through a function of the sample; results become samples as <see cref="LumaScale"/> says. Equal samples give
/// equal results, so that each function is evaluated once per code value.
/// </summary>
public sealed class LumaProcessor
{
    private const int NotYetKnown = -1;

    private readonly Func<double, double> _callback;
    private readonly LumaScale _scale;
    private readonly int[] _results;

    /// <summary>Prepares a function for a bit depth.</summary>
    /// <param name="callback">The function; gets and gives samples scaled to 0…1.</param>
    /// <param name="bitDepth">Bits per sample, 8 to 16.</param>
    public LumaProcessor(Func<double, double> callback, int bitDepth)
    {
        _callback = callback;
        _scale = new LumaScale(bitDepth);
        _results = new int[_scale.LargestCode + 1];
        Array.Fill(_results, NotYetKnown);
    }

    /// <summary>Replaces the luma samples of a frame; chroma stays.</summary>
    /// <param name="frame">A frame of the processor's bit depth.</param>
    public void Apply(VideoFrame frame)
    {
        PlaneView luma = frame.Luma;
        for (int y = 0; y < luma.Height; y++)
        {
            if (luma.BytesPerSample == 1)
            {
                foreach (ref byte sample in luma.RowBytes(y))
                {
                    sample = (byte)Result(sample);
                }
            }
            else
            {
                foreach (ref ushort sample in luma.RowWords(y))
                {
                    sample = (ushort)Result(sample);
                }
            }
        }
    }

    private int Result(int code)
    {
        int known = _results[code];
        return known != NotYetKnown ? known : _results[code] = _scale.ToCode(_callback(_scale.ToNumber(code)));
    }
}

using Vmaf.Engine.Video;

namespace Vmaf.Engine.Fifo;

/// <summary>
/// Passes the luma of frames through a function of the sample. As the harness has it, the result is cut towards zero and wraps
/// around at the sample's width; it is neither rounded nor limited. Equal samples give equal results, so that each function is
/// evaluated once per code value.
/// </summary>
public sealed class LumaProcessor
{
    private readonly ushort[] _table;

    /// <summary>Prepares a function for a bit depth.</summary>
    /// <param name="callback">The function; gets and gives samples scaled to 0…1.</param>
    /// <param name="bitDepth">Bits per sample, 8 to 16.</param>
    public LumaProcessor(Func<double, double> callback, int bitDepth)
    {
        double peak = (1 << bitDepth) - 1;
        int mask = bitDepth == 8 ? byte.MaxValue : ushort.MaxValue;

        // Above 8 bits the samples are words that may hold codes beyond their depth.
        _table = new ushort[mask + 1];
        for (int code = 0; code <= mask; code++)
        {
            double result = Math.Truncate(callback(code / peak) * peak);
            _table[code] = (ushort)((long)result & mask);
        }
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
                    sample = (byte)_table[sample];
                }
            }
            else
            {
                foreach (ref ushort sample in luma.RowWords(y))
                {
                    sample = _table[sample];
                }
            }
        }
    }
}

using Vmaf.Engine.Video;

namespace Vmaf.Engine.Reports.Plots;

/// <summary>
/// Turns luma and colour differences into red, green and blue (ITU-R BT.601 and BT.709). Files seldom say which of the two they mean: as
/// players do, high-definition pictures are taken for BT.709 and smaller ones for BT.601.
/// </summary>
internal sealed class ColorMatrix
{
    private const int LeastHighDefinitionHeight = 720;
    private const int LeastHighDefinitionWidth = 1280;

    private readonly double _black;
    private readonly double _lumaGain;
    private readonly double _redOfCr;
    private readonly double _greenOfCb;
    private readonly double _greenOfCr;
    private readonly double _blueOfCb;

    private ColorMatrix(double redShare, double blueShare, ColorRange range)
    {
        bool isFull = range == ColorRange.Full;
        double greenShare = 1 - redShare - blueShare;
        double chromaGain = isFull ? 1 : 255.0 / 224;
        _black = isFull ? 0 : 16;
        _lumaGain = isFull ? 1 : 255.0 / 219;
        _redOfCr = 2 * (1 - redShare) * chromaGain;
        _blueOfCb = 2 * (1 - blueShare) * chromaGain;
        _greenOfCb = -_blueOfCb * blueShare / greenShare;
        _greenOfCr = -_redOfCr * redShare / greenShare;
    }

    /// <summary>The matrix for pictures of a size.</summary>
    /// <param name="format">The format.</param>
    /// <param name="range">The range of the samples; taken for limited where nothing says.</param>
    public static ColorMatrix For(VideoFormat format, ColorRange range) =>
        format.Height >= LeastHighDefinitionHeight || format.Width >= LeastHighDefinitionWidth
            ? new ColorMatrix(0.2126, 0.0722, range)
            : new ColorMatrix(0.299, 0.114, range);

    /// <summary>Converts one pixel of a picture.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="pixel">Number of the pixel.</param>
    /// <param name="luma">Luma, on the scale of 8 bits.</param>
    /// <param name="cb">Cb, neutral at 128.</param>
    /// <param name="cr">Cr, neutral at 128.</param>
    public void Set(RgbPicture picture, int pixel, double luma, double cb, double cr)
    {
        double level = (luma - _black) * _lumaGain;
        cb -= 128;
        cr -= 128;
        picture.Set(pixel, level + (_redOfCr * cr), level + (_greenOfCb * cb) + (_greenOfCr * cr), level + (_blueOfCb * cb));
    }
}

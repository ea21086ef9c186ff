namespace Vmaf.Engine.Decoding;

/// <summary>The filters of ffmpeg that a side may be passed through, in the order in which they are applied.</summary>
public enum VideoFilter
{
    /// <summary><c>crop</c>, before scaling.</summary>
    Crop,

    /// <summary><c>pad</c>, before scaling.</summary>
    Pad,

    /// <summary><c>gblur</c>, a Gaussian blur.</summary>
    GaussianBlur,

    /// <summary><c>eq</c>: brightness, contrast, saturation, gamma.</summary>
    Equalizer,

    /// <summary><c>lutyuv</c>: a function of each sample.</summary>
    SampleTable,

    /// <summary><c>yadif</c>, a deinterlacer.</summary>
    Deinterlace,

    /// <summary><c>format</c>: passage through a pixel format.</summary>
    PixelFormat,

    /// <summary><c>fps</c>: frames dropped or repeated to a constant rate.</summary>
    FrameRate,

    /// <summary><c>select</c>: frames chosen by an expression.</summary>
    Select,
}

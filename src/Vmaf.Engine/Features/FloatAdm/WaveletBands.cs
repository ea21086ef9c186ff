using Vmaf.Engine.Features.SinglePrecision;

namespace Vmaf.Engine.Features.FloatAdm;

/// <summary>The four bands of one scale of a wavelet transform.</summary>
internal sealed class WaveletBands : IDisposable
{
    /// <summary>Number of bands that hold detail.</summary>
    public const int DetailCount = 3;

    private readonly FloatPlane[] _details;

    /// <summary>Allocates the bands.</summary>
    /// <param name="width">Width of a band.</param>
    /// <param name="height">Height of a band.</param>
    public WaveletBands(int width, int height)
    {
        Width = width;
        Height = height;
        Approximation = new FloatPlane(width, height);
        _details = [new FloatPlane(width, height), new FloatPlane(width, height), new FloatPlane(width, height)];
    }

    /// <summary>Width of a band.</summary>
    public int Width { get; }

    /// <summary>Height of a band.</summary>
    public int Height { get; }

    /// <summary>Low-pass in both directions: the input of the next scale.</summary>
    public FloatPlane Approximation { get; }

    /// <summary>A band of detail: 0 horizontal (high-pass downwards), 1 vertical (high-pass sideways), 2 diagonal (both).</summary>
    /// <param name="orientation">Number of the band.</param>
    public FloatPlane Detail(int orientation) => _details[orientation];

    /// <inheritdoc/>
    public void Dispose()
    {
        Approximation.Dispose();
        foreach (FloatPlane detail in _details)
        {
            detail.Dispose();
        }
    }
}

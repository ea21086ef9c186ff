using System.Runtime.Intrinsics;
using Vmaf.Engine.Features.SinglePrecision;
using Vmaf.Engine.Simd;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Features.Ciede;

/// <summary>Measures CIEDE2000 of single frames.</summary>
internal sealed unsafe class CiedeWorker : IFeatureWorker
{
    private readonly SimdTier _tier;
    private readonly VideoFormat _format;
    private readonly PictureRows _reference;
    private readonly PictureRows _distorted;
    private readonly FloatPlane _scratch = new(ColourChunk.Length, ColourRows.Count);
    private readonly FloatPlane _differences = new(2 * ColourChunk.Length, 1);

    /// <summary>Allocates what a frame needs.</summary>
    /// <param name="format">Format of both videos, with chroma.</param>
    /// <param name="tier">Instruction set to use; all give the same bits.</param>
    public CiedeWorker(VideoFormat format, SimdTier tier)
    {
        _tier = tier;
        _format = format;
        _reference = new PictureRows(format, tier);
        _distorted = new PictureRows(format, tier);
    }

    /// <inheritdoc/>
    public void Measure(FrameWindow window, Span<double> measurements)
    {
        double* sums = stackalloc double[LaneSums.Count];
        new Span<double>(sums, LaneSums.Count).Clear();
        for (int y = 0; y < _format.Height; y++)
        {
            _reference.Load(window.Reference, y);
            _distorted.Load(window.Distorted, y);
            for (int x = 0; x < _format.Width; x += ColourChunk.Length)
            {
                int count = Math.Min(ColourChunk.Length, _format.Width - x);
                if (!_reference.Equals(_distorted, x, count))
                {
                    MeasureChunk(x, count);
                    LaneSums.AddRow((double*)_differences.Row(0), count, sums, _tier);
                }
            }
        }

        measurements[0] = 45.0 - (20.0 * Math.Log10(LaneSums.Total(sums) / ((double)_format.Width * _format.Height)));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _reference.Dispose();
        _distorted.Dispose();
        _scratch.Dispose();
        _differences.Dispose();
    }

    private void MeasureChunk(int x, int count)
    {
        var rows = new ColourRows(_scratch);
        switch (_tier)
        {
            case SimdTier.Avx512:
                ColourChunk.Measure<Width512, Vector512<byte>>(_reference, _distorted, x, count, rows, (double*)_differences.Row(0));
                break;
            case SimdTier.Avx2:
                ColourChunk.Measure<Width256, Vector256<byte>>(_reference, _distorted, x, count, rows, (double*)_differences.Row(0));
                break;
            default:
                // Without vector instructions the runtime works lane by lane; the formulas are the same.
                ColourChunk.Measure<Width128, Vector128<byte>>(_reference, _distorted, x, count, rows, (double*)_differences.Row(0));
                break;
        }
    }
}

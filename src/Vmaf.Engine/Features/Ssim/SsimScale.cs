using Vmaf.Engine.Features.SinglePrecision;
using Vmaf.Engine.Simd;

namespace Vmaf.Engine.Features.Ssim;

/// <summary>
/// One scale of MS-SSIM and, through it, the coarser ones. Rows pass through: each is measured, and every second makes one of the next
/// scale, so that no scale is held as a whole.
/// </summary>
internal sealed unsafe class SsimScale : IDisposable
{
    private readonly SsimMeter _meter;
    private readonly WaveletDecimator _reference;
    private readonly WaveletDecimator _distorted;
    private readonly FloatPlane _halves;
    private readonly SsimScale? _next;

    /// <summary>Allocates what a picture needs.</summary>
    /// <param name="width">Width of the picture.</param>
    /// <param name="height">Its height.</param>
    /// <param name="scaleCount">Number of scales, this one included.</param>
    /// <param name="tier">Instruction set to use; all give the same bits.</param>
    public SsimScale(int width, int height, int scaleCount, SimdTier tier)
    {
        _meter = new SsimMeter(width, height, tier);
        _reference = new WaveletDecimator(width, height, tier);
        _distorted = new WaveletDecimator(width, height, tier);
        _halves = new FloatPlane(_reference.OutputWidth, 2);
        _next = scaleCount > 1 ? new SsimScale(_reference.OutputWidth, _reference.OutputHeight, scaleCount - 1, tier) : null;
    }

    /// <summary>Starts a picture.</summary>
    public void Begin()
    {
        _meter.Begin();
        _reference.Begin();
        _distorted.Begin();
        _next?.Begin();
    }

    /// <summary>Takes the next row of both pictures.</summary>
    /// <param name="reference">A row of samples, with room for a register after it.</param>
    /// <param name="distorted">The row of the other picture.</param>
    public void AddRow(float* reference, float* distorted)
    {
        _meter.AddRow(reference, distorted);
        if (_next is null)
        {
            return;
        }

        _reference.AddRow(reference);
        _distorted.AddRow(distorted);
        while (_reference.CanMakeRow)
        {
            _reference.MakeRow(_halves.Row(0));
            _distorted.MakeRow(_halves.Row(1));
            _next.AddRow(_halves.Row(0), _halves.Row(1));
        }
    }

    /// <summary>The means of this and the coarser scales, when all rows were taken.</summary>
    /// <param name="scores">Receives the means, a scale each.</param>
    public void End(Span<SsimScores> scores)
    {
        scores[0] = _meter.End();
        _next?.End(scores[1..]);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _meter.Dispose();
        _reference.Dispose();
        _distorted.Dispose();
        _halves.Dispose();
        _next?.Dispose();
    }
}

using Vmaf.Engine.Features.SinglePrecision;
using Vmaf.Engine.Simd;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Features.FloatMotion;

/// <summary>Blurs a plane of samples with a short Gaussian.</summary>
internal sealed unsafe class MotionBlur : IDisposable
{
    private const float SampleOffset = -128;

    private readonly SimdTier _tier;
    private readonly SeparableFilter _filter;
    private readonly FloatPlane _samples;

    /// <summary>Allocates a plane.</summary>
    /// <param name="width">Width of the plane.</param>
    /// <param name="height">Its height.</param>
    /// <param name="filterSize">Length of the Gaussian: 1, 3 or 5.</param>
    /// <param name="tier">Instruction set to use; all give the same bits.</param>
    public MotionBlur(int width, int height, int filterSize, SimdTier tier)
    {
        _tier = tier;
        _filter = new SeparableFilter(Weights(filterSize), width, tier);
        _samples = new FloatPlane(width, height);
    }

    /// <summary>The weights of a Gaussian of some length.</summary>
    /// <param name="filterSize">1, 3 or 5.</param>
    public static float[] Weights(int filterSize) => filterSize switch
    {
        1 => [1f],
        3 => [0.166378498f, 0.667243004f, 0.166378498f],
        _ => [0.054488685f, 0.244201342f, 0.402619947f, 0.244201342f, 0.054488685f],
    };

    /// <summary>Blurs a plane.</summary>
    /// <param name="plane">The samples.</param>
    /// <param name="output">Receives the blurred plane.</param>
    public void Blur(PlaneView plane, FloatPlane output)
    {
        for (int y = 0; y < plane.Height; y++)
        {
            SampleRows.ToSingle(plane, y, SampleOffset, _samples.Row(y), _tier);
        }

        for (int y = 0; y < plane.Height; y++)
        {
            _filter.MakeRow(_samples, y, output.Row(y));
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _filter.Dispose();
        _samples.Dispose();
    }
}

using Vmaf.Engine.Features.SinglePrecision;
using Vmaf.Engine.Simd;

namespace Vmaf.Engine.Features.Ssim;

/// <summary>
/// Structural similarity of two pictures given row by row: local moments under a Gaussian window of 11 × 11 samples wherever it lies inside
/// the picture, and the means of the three terms (Z. Wang, A. C. Bovik, H. R. Sheikh, E. P. Simoncelli, "Image quality assessment:
/// from error visibility to structural similarity", IEEE Transactions on Image Processing, 2004; libvmaf, iqa/ssim_tools.c).
/// </summary>
internal sealed unsafe class SsimMeter : IDisposable
{
    /// <summary>Side of the window; smaller pictures cannot be measured.</summary>
    public const int WindowLength = 11;

    private const int MomentCount = 5;
    private const int TermCount = 4;

    private static readonly float[] Window =
        [0.001028f, 0.007599f, 0.036001f, 0.109361f, 0.213006f, 0.266012f, 0.213006f, 0.109361f, 0.036001f, 0.007599f, 0.001028f];

    private readonly SimdTier _tier;
    private readonly int _width;
    private readonly int _windowsPerRow;
    private readonly int _windowRows;
    private readonly FloatPlane _products;
    private readonly FloatPlane _ring;
    private readonly FloatPlane _moments;
    private readonly FloatPlane _terms;
    private readonly FloatPlane _sums;
    private int _rowCount;

    /// <summary>Allocates what a picture needs.</summary>
    /// <param name="width">Width of the picture, at least <see cref="WindowLength"/>.</param>
    /// <param name="height">Its height, at least <see cref="WindowLength"/>.</param>
    /// <param name="tier">Instruction set to use; all give the same bits.</param>
    public SsimMeter(int width, int height, SimdTier tier)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, WindowLength);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, WindowLength);
        _tier = tier;
        _width = width;
        _windowsPerRow = width - WindowLength + 1;
        _windowRows = height - WindowLength + 1;
        _products = new FloatPlane(width, MomentCount - 2);
        _ring = new FloatPlane(width, MomentCount * WindowLength);
        _moments = new FloatPlane(width, MomentCount);
        _terms = new FloatPlane(2 * width, TermCount);
        _sums = new FloatPlane(2 * LaneSums.Count, TermCount);
        Begin();
    }

    /// <summary>Starts a picture.</summary>
    public void Begin()
    {
        _rowCount = 0;
        for (int term = 0; term < TermCount; term++)
        {
            new Span<float>(_sums.Row(term), 2 * LaneSums.Count).Clear();
        }
    }

    /// <summary>Takes the next row of both pictures.</summary>
    /// <param name="reference">A row of samples, 0 to 256.</param>
    /// <param name="distorted">The row of the other picture.</param>
    public void AddRow(float* reference, float* distorted)
    {
        float* weights = stackalloc float[WindowLength];
        Window.CopyTo(new Span<float>(weights, WindowLength));
        RowArithmetic.Multiply(reference, reference, _products.Row(0), _width, _tier);
        RowArithmetic.Multiply(distorted, distorted, _products.Row(1), _width, _tier);
        RowArithmetic.Multiply(reference, distorted, _products.Row(2), _width, _tier);
        int slot = _rowCount % WindowLength;
        float** rows = stackalloc float*[MomentCount] { reference, distorted, _products.Row(0), _products.Row(1), _products.Row(2) };
        float** taps = stackalloc float*[WindowLength];
        for (int moment = 0; moment < MomentCount; moment++)
        {
            for (int tap = 0; tap < WindowLength; tap++)
            {
                taps[tap] = rows[moment] + tap;
            }

            WeightedRowSum.Compute(taps, weights, WindowLength, RingRow(moment, slot), _windowsPerRow, _tier);
        }

        _rowCount++;
        if (_rowCount >= WindowLength)
        {
            AddWindows(taps, weights);
        }
    }

    /// <summary>The means, when all rows were taken.</summary>
    public SsimScores End()
    {
        double count = (double)_windowsPerRow * _windowRows;
        return new SsimScores(Mean(3, count), Mean(0, count), Mean(1, count), Mean(2, count));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _products.Dispose();
        _ring.Dispose();
        _moments.Dispose();
        _terms.Dispose();
        _sums.Dispose();
    }

    private float* RingRow(int moment, int slot) => _ring.Row((moment * WindowLength) + slot);

    private float Mean(int term, double count) => (float)(LaneSums.Total((double*)_sums.Row(term)) / count);

    /// <summary>Filters the last rows downwards, and adds up the terms of a row of windows.</summary>
    private void AddWindows(float** taps, float* weights)
    {
        for (int moment = 0; moment < MomentCount; moment++)
        {
            for (int tap = 0; tap < WindowLength; tap++)
            {
                taps[tap] = RingRow(moment, (_rowCount + tap) % WindowLength);
            }

            WeightedRowSum.Compute(taps, weights, WindowLength, _moments.Row(moment), _windowsPerRow, _tier);
        }

        SsimRows.Terms(_moments, _terms, _windowsPerRow, _tier);
        for (int term = 0; term < TermCount; term++)
        {
            LaneSums.AddRow((double*)_terms.Row(term), _windowsPerRow, (double*)_sums.Row(term), _tier);
        }
    }
}

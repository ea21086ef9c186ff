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
    public const int WindowLength = WindowFilter.Length;

    // Rows of windows are made in stretches whose intermediate rows stay in the first-level cache.
    private const int StretchLength = 256;

    private readonly SimdTier _tier;
    private readonly int _width;
    private readonly int _windowsPerRow;
    private readonly int _windowRows;
    private readonly FloatPlane _products;
    private readonly FloatPlane _ring;
    private readonly FloatPlane _moments;
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
        _products = new FloatPlane(StretchLength, LocalMoments.ProductCount);
        _ring = new FloatPlane(width, LocalMoments.Count * WindowLength);
        _moments = new FloatPlane(StretchLength, LocalMoments.Count);
        _sums = new FloatPlane(2 * LaneSums.Count, SsimTerms.Count);
        Begin();
    }

    /// <summary>Starts a picture.</summary>
    public void Begin()
    {
        _rowCount = 0;
        for (int term = 0; term < SsimTerms.Count; term++)
        {
            new Span<float>(_sums.Row(term), 2 * LaneSums.Count).Clear();
        }
    }

    /// <summary>Takes the next row of both pictures.</summary>
    /// <param name="reference">A row of samples, with room for a register after it.</param>
    /// <param name="distorted">The row of the other picture.</param>
    public void AddRow(float* reference, float* distorted)
    {
        for (int start = 0; start < _windowsPerRow; start += StretchLength)
        {
            FilterAcross(reference + start, distorted + start, start, Math.Min(StretchLength, _windowsPerRow - start));
        }

        _rowCount++;
        if (_rowCount >= WindowLength)
        {
            AddWindows();
        }
    }

    /// <summary>The means, when all rows were taken.</summary>
    public SsimScores End()
    {
        double count = (double)_windowsPerRow * _windowRows;
        return new SsimScores(
            Mean(SsimTerms.Similarity, count), Mean(SsimTerms.Luminance, count), Mean(SsimTerms.Contrast, count), Mean(SsimTerms.Structure, count));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _products.Dispose();
        _ring.Dispose();
        _moments.Dispose();
        _sums.Dispose();
    }

    private float* RingRow(int moment, int row) => _ring.Row((moment * WindowLength) + (row % WindowLength));

    private float Mean(int term, double count) => (float)(LaneSums.Total((double*)_sums.Row(term)) / count);

    /// <summary>Filters a stretch of the newest row, its squares and products along the row.</summary>
    private void FilterAcross(float* reference, float* distorted, int start, int count)
    {
        int covered = count + WindowLength - 1;
        LocalMoments.Multiply(reference, distorted, _products.Row(0), _products.Row(1), _products.Row(2), covered, _tier);
        float** rows = stackalloc float*[LocalMoments.Count] { reference, distorted, _products.Row(0), _products.Row(1), _products.Row(2) };
        for (int moment = 0; moment < LocalMoments.Count; moment++)
        {
            WindowFilter.Across(rows[moment], RingRow(moment, _rowCount) + start, count, _tier);
        }
    }

    /// <summary>Filters the last rows downwards, and adds up the terms of a row of windows.</summary>
    private void AddWindows()
    {
        float** rows = stackalloc float*[LocalMoments.Count * WindowLength];
        for (int moment = 0; moment < LocalMoments.Count; moment++)
        {
            for (int tap = 0; tap < WindowLength; tap++)
            {
                rows[(moment * WindowLength) + tap] = RingRow(moment, _rowCount + tap);
            }
        }

        for (int start = 0; start < _windowsPerRow; start += StretchLength)
        {
            int count = Math.Min(StretchLength, _windowsPerRow - start);
            for (int moment = 0; moment < LocalMoments.Count; moment++)
            {
                WindowFilter.Down(rows + (moment * WindowLength), start, _moments.Row(moment), count, _tier);
            }

            SsimTerms.Add(_moments, count, _sums, _tier);
        }
    }
}

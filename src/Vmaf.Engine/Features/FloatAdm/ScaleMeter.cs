using Vmaf.Engine.Features.SinglePrecision;
using Vmaf.Engine.Simd;

namespace Vmaf.Engine.Features.FloatAdm;

/// <summary>
/// Pools the detail of one scale, row by row: splits the distorted detail into what the reference had and what was added, weighs both by
/// contrast sensitivity, masks each by the other, and sums over all but a border (libvmaf, adm_tools.c).
/// </summary>
internal sealed unsafe class ScaleMeter : IDisposable
{
    private const double BorderShare = 0.1;
    private const int RingLength = 4;
    private const int Orientations = WaveletBands.DetailCount;

    private readonly SimdTier _tier;
    private readonly FloatAdmVariant _variant;
    private readonly float[] _sensitivities;
    private readonly FloatPlane _restored;
    private readonly FloatPlane _added;
    private readonly FloatPlane _thresholds;
    private readonly FloatPlane _terms;
    private readonly float[] _sums = new float[3 * Orientations];

    /// <summary>Allocates rows.</summary>
    /// <param name="width">Width of a band.</param>
    /// <param name="variant">What to measure.</param>
    /// <param name="scale">0, the finest, to 3.</param>
    /// <param name="tier">Instruction set to use; all give the same bits.</param>
    public ScaleMeter(int width, FloatAdmVariant variant, int scale, SimdTier tier)
    {
        _tier = tier;
        _variant = variant;
        float straight = variant.StraightSensitivity(scale);
        _sensitivities = [straight, straight, variant.DiagonalSensitivity(scale)];
        _restored = new FloatPlane(width, RingLength * Orientations);
        _added = new FloatPlane(width, RingLength * Orientations);
        _thresholds = new FloatPlane(width, 2);
        _terms = new FloatPlane(width, 3 * Orientations);
    }

    /// <summary>Measures a scale.</summary>
    /// <param name="reference">Bands of the reference.</param>
    /// <param name="distorted">Bands of the distorted picture.</param>
    public AdmSums Measure(WaveletBands reference, WaveletBands distorted)
    {
        int left = (int)((reference.Width * BorderShare) - 0.5);
        int top = (int)((reference.Height * BorderShare) - 0.5);
        int right = reference.Width - left;
        int bottom = reference.Height - top;
        Array.Clear(_sums);
        int ready = Math.Max(0, top - 1);
        for (int y = top; y < bottom; y++)
        {
            for (int last = Math.Min(y + 1, reference.Height - 1); ready <= last; ready++)
            {
                SplitRow(reference, distorted, ready);
            }

            MaskRow(reference, y);
            AddRow(left, right);
        }

        float noise = Root((float)((right - left) * (bottom - top) * _variant.NoiseWeight));
        return new AdmSums(Pool(0, noise), Pool(1, noise), Pool(2, 0));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _restored.Dispose();
        _added.Dispose();
        _thresholds.Dispose();
        _terms.Dispose();
    }

    private static float* RingRow(FloatPlane ring, int orientation, int y) => ring.Row((orientation * RingLength) + (y % RingLength));

    private void SplitRow(WaveletBands reference, WaveletBands distorted, int y)
    {
        DetailRows.Split(
            reference, distorted, y, _variant.GainLimit, _sensitivities, RestoredRow(0, y), RestoredRow(1, y), RestoredRow(2, y), AddedRow(0, y), AddedRow(1, y), AddedRow(2, y), _tier);
        for (int orientation = 0; orientation < Orientations; orientation++)
        {
            EdgeMirror.FillBehindLast(RestoredRow(orientation, y), reference.Width, 1);
            EdgeMirror.FillBehindLast(AddedRow(orientation, y), reference.Width, 1);
        }
    }

    private float* RestoredRow(int orientation, int y) => RingRow(_restored, orientation, y);

    private float* AddedRow(int orientation, int y) => RingRow(_added, orientation, y);

    private void MaskRow(WaveletBands reference, int y)
    {
        int above = EdgeMirror.BehindLast(y - 1, reference.Height);
        int below = EdgeMirror.BehindLast(y + 1, reference.Height);
        new Span<float>(_thresholds.Row(0), reference.Width).Clear();
        new Span<float>(_thresholds.Row(1), reference.Width).Clear();
        for (int orientation = 0; orientation < Orientations && !_variant.BypassesMasking; orientation++)
        {
            DetailRows.AddThreshold(
                AddedRow(orientation, above), AddedRow(orientation, y), AddedRow(orientation, below), _thresholds.Row(0), reference.Width, _tier);
            DetailRows.AddThreshold(
                RestoredRow(orientation, above), RestoredRow(orientation, y), RestoredRow(orientation, below), _thresholds.Row(1), reference.Width, _tier);
        }

        for (int orientation = 0; orientation < Orientations; orientation++)
        {
            float* detail = reference.Detail(orientation).Row(y);
            DetailRows.Exceeding(RestoredRow(orientation, y), 1, _thresholds.Row(0), _terms.Row(orientation), reference.Width, _variant.NormExponent, _tier);
            DetailRows.Exceeding(detail, _sensitivities[orientation], null, _terms.Row(3 + orientation), reference.Width, _variant.NormExponent, _tier);
            DetailRows.Exceeding(AddedRow(orientation, y), 1, _thresholds.Row(1), _terms.Row(6 + orientation), reference.Width, _variant.NormExponent, _tier);
        }
    }

    private void AddRow(int left, int right)
    {
        for (int group = 0; group < _sums.Length; group += Orientations)
        {
            (float horizontal, float vertical, float diagonal) = SequentialSum.Of(
                _terms.Row(group) + left, _terms.Row(group + 1) + left, _terms.Row(group + 2) + left, right - left);
            _sums[group] += horizontal;
            _sums[group + 1] += vertical;
            _sums[group + 2] += diagonal;
        }
    }

    private float Pool(int group, float noise)
    {
        int first = group * Orientations;
        return Root(_sums[first]) + noise + (Root(_sums[first + 1]) + noise) + (Root(_sums[first + 2]) + noise);
    }

    private float Root(float sum) => MathF.Pow(sum, (float)(1.0f / _variant.NormExponent));
}

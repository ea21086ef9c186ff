using Vmaf.Engine.Simd;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Features.Cambi;

/// <summary>Detects banding in single pictures, at five scales. Owns the memory that this takes; not thread-safe.</summary>
internal sealed unsafe class BandingDetector : IDisposable
{
    /// <summary>Number of scales, each of half the size of the one before.</summary>
    public const int ScaleCount = 5;

    private static readonly int[] ScaleWeights = [16, 8, 4, 2, 1];

    private readonly CambiVariant _variant;
    private readonly ILumaKernels _kernels;
    private readonly BandingMeter _meter;
    private readonly FlatnessMask _flatness;
    private readonly LumaResampler _encode;
    private readonly LumaResampler _source;
    private readonly WordPlane _picture;
    private readonly WordPlane _mask;
    private readonly WordPlane _keys;
    private readonly WordPlane _modes;

    /// <summary>Allocates what a picture needs.</summary>
    /// <param name="variant">The options.</param>
    /// <param name="format">Format of both videos.</param>
    /// <param name="tier">The instruction set; the machine must have it.</param>
    public BandingDetector(CambiVariant variant, VideoFormat format, SimdTier tier)
    {
        _variant = variant;
        _kernels = CambiKernels.CreateLuma(tier);
        _encode = new LumaResampler(_kernels, format, variant.Encode);
        _source = new LumaResampler(_kernels, format, variant.Source);
        int width = variant.IsFullReference ? Math.Max(variant.Encode.Width, variant.Source.Width) : variant.Encode.Width;
        int height = variant.IsFullReference ? Math.Max(variant.Encode.Height, variant.Source.Height) : variant.Encode.Height;
        _flatness = new FlatnessMask(_kernels, width);
        _picture = new WordPlane(width, height);
        _mask = new WordPlane(width, height);
        _modes = new WordPlane(width, 3);
        (width, height) = variant.HalvesFirst ? (Half(width), Half(height)) : (width, height);
        _keys = new WordPlane(width, height);
        _meter = CambiKernels.CreateMeter(tier, variant.Levels, width, height);
    }

    /// <summary>Measures the banding of a distorted picture.</summary>
    /// <param name="luma">Its luma.</param>
    /// <param name="heatMaps">Receives where the banding is; <see langword="null"/> for none.</param>
    /// <param name="frameIndex">The picture's place among the heat maps.</param>
    public double MeasureEncode(in PlaneView luma, HeatMapFiles? heatMaps, int frameIndex) => Measure(luma, _encode, heatMaps, frameIndex);

    /// <summary>Measures the banding of a reference picture.</summary>
    /// <param name="luma">Its luma.</param>
    public double MeasureSource(in PlaneView luma) => Measure(luma, _source, heatMaps: null, frameIndex: 0);

    /// <summary>Half a length, rounded up.</summary>
    /// <param name="length">The length.</param>
    public static int Half(int length) => (length + 1) / 2;

    /// <inheritdoc/>
    public void Dispose()
    {
        _meter.Dispose();
        _flatness.Dispose();
        _picture.Dispose();
        _mask.Dispose();
        _keys.Dispose();
        _modes.Dispose();
    }

    private double Measure(in PlaneView luma, LumaResampler resampler, HeatMapFiles? heatMaps, int frameIndex)
    {
        if (_variant.Levels.LumaCount == 0)
        {
            // No luma is bright enough, or none dark enough.
            return 0;
        }

        (int width, int height, int radius) = resampler.Geometry;
        resampler.Resample(luma, _picture);
        if (_variant.SmoothsDither)
        {
            SmoothDither(width, height);
        }

        _flatness.Find(_picture, _mask, width, height);
        double score = 0;
        for (int scale = 0; scale < ScaleCount; scale++)
        {
            if (scale > 0 || _variant.HalvesFirst)
            {
                (width, height) = (Half(width), Half(height));
                Halve(_picture, width, height);
                Halve(_mask, width, height);
            }

            FilterModes(width, height);

            float[]? map = heatMaps is null ? null : new float[width * height];
            score += ScaleWeights[scale] * _meter.Measure(_keys, width, height, radius, _variant.TopShare, map);
            heatMaps?.Write(scale, frameIndex, map);
        }

        return score / resampler.Geometry.WindowArea;
    }

    private void SmoothDither(int width, int height)
    {
        for (int y = 0; y < height; y++)
        {
            ushort* row = _picture.Row(y);
            row[width] = row[width - 1];
        }

        for (int y = 0; y < height; y++)
        {
            _kernels.SmoothDither(_picture.Row(y), _picture.Row(Math.Min(y + 1, height - 1)), width);
        }
    }

    private void Halve(WordPlane plane, int width, int height)
    {
        for (int y = 0; y < height; y++)
        {
            _kernels.Halve(plane.Row(2 * y), plane.Row(y), width);
        }
    }

    /// <summary>
    /// The mode of each sample and its neighbours in the row, then of these and their neighbours in the column, borders apart; and the keys
    /// of what comes out, row by row while it is in the cache.
    /// </summary>
    private void FilterModes(int width, int height)
    {
        for (int y = 0; y < height; y++)
        {
            ushort* row = _picture.Row(y);
            row[-1] = row[0];
            row[width] = row[width - 1];
            _kernels.ModeOfThree(row - 1, row, row + 1, _modes.Row(y % 3), width);
            if (y > 1)
            {
                _kernels.ModeOfThree(_modes.Row(0), _modes.Row(1), _modes.Row(2), _picture.Row(y - 1), width);
            }

            if (y > 0)
            {
                FindKeys(y - 1, width);
            }
        }

        FindKeys(height - 1, width);
    }

    private void FindKeys(int y, int width) =>
        _kernels.FindKeys(_picture.Row(y), _mask.Row(y), _variant.Levels, _keys.Row(y), width);
}

using System.Numerics;

namespace Vmaf.Engine.Features.Cambi;

/// <summary>
/// Finds where a picture is flat enough to show banding: where, of the 7×7 samples around one, more than a threshold equal their
/// neighbours to the right and below.
/// </summary>
internal sealed unsafe class FlatnessMask : IDisposable
{
    /// <summary>Samples to either side that are looked at.</summary>
    public const int Radius = 3;

    private const int Side = (2 * Radius) + 1;

    private readonly ILumaKernels _kernels;
    private readonly WordPlane _flat;
    private readonly WordPlane _counts;

    /// <summary>Allocates what a picture needs.</summary>
    /// <param name="kernels">The arithmetic.</param>
    /// <param name="width">Width of the widest picture.</param>
    public FlatnessMask(ILumaKernels kernels, int width)
    {
        _kernels = kernels;
        _flat = new WordPlane(width, Side);
        _counts = new WordPlane(width, 1);
    }

    /// <summary>Finds the mask: all ones where flat.</summary>
    /// <param name="picture">The picture; room at the ends of its rows is used.</param>
    /// <param name="mask">Receives the mask.</param>
    /// <param name="width">Samples in a row.</param>
    /// <param name="height">Number of rows.</param>
    public void Find(WordPlane picture, WordPlane mask, int width, int height)
    {
        int threshold = Threshold(width, height);
        _flat.Clear();
        _counts.Clear();
        for (int y = 0; y < height + Radius; y++)
        {
            ushort* flat = _flat.Row(y % Side);
            if (y < height)
            {
                ushort* row = picture.Row(y);
                row[width] = row[width - 1];
                _kernels.CountFlat(row, picture.Row(Math.Min(y + 1, height - 1)), flat, _counts.Row(0), width);
            }
            else
            {
                _kernels.DiscountFlat(flat, _counts.Row(0), width);
            }

            if (y >= Radius)
            {
                _kernels.MarkFlat(_counts.Row(0), threshold, mask.Row(y - Radius), width);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _flat.Dispose();
        _counts.Dispose();
    }

    /// <summary>The threshold grows with the picture.</summary>
    private static int Threshold(int width, int height)
    {
        const int LargePictureLog = 11;
        uint blocks = (uint)(width >> 6) * (uint)(height >> 6);
        int log = blocks == 0 ? 0 : BitOperations.Log2(BitOperations.RoundUpToPowerOf2(blocks));
        return ((Side * Side) + (3 * (log - LargePictureLog)) - 1) >> 1;
    }
}

using Vmaf.Engine.Video;

namespace Vmaf.Engine.Features.Motion;

/// <summary>The motion measurement in plain C#; defines what the vector versions must give (libvmaf, integer_motion.c).</summary>
internal sealed unsafe class ScalarMotionMeter : MotionMeter
{
    private const int HorizontalShift = 16;

    private readonly int[] _blurredRow;

    /// <inheritdoc cref="MotionMeter(int, int, int)"/>
    public ScalarMotionMeter(int width, int height, int bitDepth)
        : base(width, height, bitDepth) => _blurredRow = new int[width];

    /// <inheritdoc/>
    protected override ulong MeasureChecked(in PlaneView earlier, in PlaneView later)
    {
        ulong sum = 0;
        for (int y = 0; y < Height; y++)
        {
            BlurVertically(earlier, later, y);
            sum += SumOfRow();
        }

        return sum;
    }

    private void BlurVertically(in PlaneView earlier, in PlaneView later, int y)
    {
        long rounding = 1L << (BitDepth - 1);
        for (int x = 0; x < Width; x++)
        {
            long weighted = rounding;
            for (int tap = 0; tap < MotionFilter.Length; tap++)
            {
                int row = MotionFilter.Mirror(y + tap - MotionFilter.Radius, Height);
                weighted += (long)MotionFilter.Taps[tap] * (Sample(earlier, x, row) - Sample(later, x, row));
            }

            _blurredRow[x] = (int)(weighted >> BitDepth);
        }
    }

    private uint SumOfRow()
    {
        const long Rounding = 1L << (HorizontalShift - 1);
        uint sum = 0;
        for (int x = 0; x < Width; x++)
        {
            long weighted = Rounding;
            for (int tap = 0; tap < MotionFilter.Length; tap++)
            {
                int column = MotionFilter.Mirror(x + tap - MotionFilter.Radius, Width);
                weighted += (long)MotionFilter.Taps[tap] * _blurredRow[column];
            }

            sum += (uint)Math.Abs((int)(weighted >> HorizontalShift));
        }

        return sum;
    }

    private static int Sample(in PlaneView plane, int x, int y) =>
        plane.BitDepth == 8 ? plane.RowPointer(y)[x] : ((ushort*)plane.RowPointer(y))[x];
}

using Vmaf.Clips.Generation;

namespace Vmaf.Clips.Degradations;

/// <summary>The filters behind <see cref="Degradation"/>, in integer arithmetic.</summary>
internal static class PlaneFilters
{
    /// <summary>The filter of a degradation that works on planes.</summary>
    public static PlaneFilter For(Degradation degradation) => degradation switch
    {
        Degradation.Blur => Blur,
        Degradation.Quantise => HadamardQuantiser.Filter,
        Degradation.Noise => AddNoise,
        Degradation.ContrastBoost => BoostContrast,
        Degradation.Rescale => Rescale,
        Degradation.ChromaError => SpoilChroma,
        Degradation.BrightnessShift => Brighten,
        _ => throw new ArgumentOutOfRangeException(nameof(degradation), degradation, "This degradation does not work on planes."),
    };

    private static void Blur(PlaneSamples original, ushort[] filtered, int strength)
    {
        PlaneSamples current = original;
        for (int pass = 0; pass < strength; pass++)
        {
            PlaneSamples source = current;
            ushort[] across = new ushort[filtered.Length];
            source.Fill(across, (x, y) => Binomial(offset => source.Nearest(x + offset, y)));
            PlaneSamples rows = source with { Samples = across };
            ushort[] down = new ushort[filtered.Length];
            rows.Fill(down, (x, y) => Binomial(offset => rows.Nearest(x, y + offset)));
            current = source with { Samples = down };
        }

        current.Samples.CopyTo(filtered, 0);
    }

    private static int Binomial(Func<int, int> at) => (at(-2) + (4 * at(-1)) + (6 * at(0)) + (4 * at(1)) + at(2) + 8) >> 4;

    private static void AddNoise(PlaneSamples original, ushort[] filtered, int strength)
    {
        int amplitude = strength * 6 << (original.BitDepth - 8);
        uint seed = (uint)((original.FrameNumber * 3) + original.Plane + 31);
        original.Fill(filtered, (x, y) => original.Nearest(x, y) + IntegerHash.Triangular(x, y, seed, amplitude));
    }

    private static void BoostContrast(PlaneSamples original, ushort[] filtered, int strength) =>
        original.Fill(filtered, (x, y) => original.Middle + (((original.Nearest(x, y) - original.Middle) * (8 + strength)) >> 3));

    private static void Brighten(PlaneSamples original, ushort[] filtered, int strength)
    {
        int shift = original.Plane == 0 ? strength * 3 << (original.BitDepth - 8) : 0;
        original.Fill(filtered, (x, y) => original.Nearest(x, y) + shift);
    }

    private static void SpoilChroma(PlaneSamples original, ushort[] filtered, int strength)
    {
        if (original.Plane == 0)
        {
            original.Samples.CopyTo(filtered, 0);
            return;
        }

        original.Fill(filtered, (x, y) => original.Middle + (((original.Nearest(x + strength, y) - original.Middle) * (16 - strength)) >> 4));
    }

    private static void Rescale(PlaneSamples original, ushort[] filtered, int strength)
    {
        int factor = strength + 1;
        int width = (original.Width + factor - 1) / factor;
        int height = (original.Height + factor - 1) / factor;
        var small = new PlaneSamples(new ushort[width * height], width, height, original.BitDepth, original.Plane, original.FrameNumber);
        small.Fill(small.Samples, (x, y) => AverageOfCell(original, x * factor, y * factor, factor));

        // A small sample stands for the middle of its cell; positions are in units of 1 / (2 factor) small samples.
        int unit = 2 * factor;
        original.Fill(filtered, (x, y) =>
        {
            int positionX = (2 * x) + 1 + factor;
            int positionY = (2 * y) + 1 + factor;
            int column = (positionX / unit) - 1;
            int row = (positionY / unit) - 1;
            int weightX = positionX % unit;
            int weightY = positionY % unit;
            int top = (small.Nearest(column, row) * (unit - weightX)) + (small.Nearest(column + 1, row) * weightX);
            int bottom = (small.Nearest(column, row + 1) * (unit - weightX)) + (small.Nearest(column + 1, row + 1) * weightX);
            return ((top * (unit - weightY)) + (bottom * weightY) + (unit * unit / 2)) / (unit * unit);
        });
    }

    private static int AverageOfCell(PlaneSamples original, int left, int top, int factor)
    {
        int sum = 0;
        for (int y = 0; y < factor; y++)
        {
            for (int x = 0; x < factor; x++)
            {
                sum += original.Nearest(left + x, top + y);
            }
        }

        return (sum + (factor * factor / 2)) / (factor * factor);
    }
}

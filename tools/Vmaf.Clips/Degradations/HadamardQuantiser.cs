namespace Vmaf.Clips.Degradations;

/// <summary>Rounds the coefficients of 8×8 Hadamard blocks, fine steps for slow changes and coarse ones for fast, as codecs do.</summary>
internal static class HadamardQuantiser
{
    private const int Size = 8;

    // Number of sign changes of each row of the Hadamard matrix in its natural order.
    private static readonly int[] SignChanges = [0, 7, 3, 4, 1, 6, 2, 5];

    /// <summary>The filter; see <see cref="PlaneFilter"/>.</summary>
    public static void Filter(PlaneSamples original, ushort[] filtered, int strength)
    {
        int rowsOfBlocks = (original.Height + Size - 1) / Size;
        Parallel.For(0, rowsOfBlocks, blockRow =>
        {
            int[] block = new int[Size * Size];
            for (int left = 0; left < original.Width; left += Size)
            {
                FilterBlock(original, filtered, left, blockRow * Size, strength, block);
            }
        });
    }

    private static void FilterBlock(PlaneSamples original, ushort[] filtered, int left, int top, int strength, int[] block)
    {
        for (int i = 0; i < block.Length; i++)
        {
            block[i] = original.Nearest(left + (i % Size), top + (i / Size));
        }

        Transform(block);
        for (int i = 0; i < block.Length; i++)
        {
            // The transform's gain is 64 for the mean, 8 times the orthonormal one.
            int frequency = SignChanges[i % Size] + SignChanges[i / Size];
            int step = (Size * strength * (2 + (2 * frequency))) << (original.BitDepth - 8);
            int magnitude = ((Math.Abs(block[i]) * 2) + step) / (2 * step) * step;
            block[i] = block[i] < 0 ? -magnitude : magnitude;
        }

        Transform(block);
        int bottom = Math.Min(top + Size, original.Height);
        int right = Math.Min(left + Size, original.Width);
        for (int y = top; y < bottom; y++)
        {
            for (int x = left; x < right; x++)
            {
                filtered[(y * original.Width) + x] = original.Clamp((block[((y - top) * Size) + x - left] + 32) >> 6);
            }
        }
    }

    /// <summary>The two-dimensional transform, which is its own inverse but for a factor of 64.</summary>
    private static void Transform(int[] block)
    {
        for (int line = 0; line < Size; line++)
        {
            TransformLine(block.AsSpan(line * Size), 1);
        }

        for (int line = 0; line < Size; line++)
        {
            TransformLine(block.AsSpan(line), Size);
        }
    }

    private static void TransformLine(Span<int> line, int stride)
    {
        for (int half = 1; half < Size; half *= 2)
        {
            for (int i = 0; i < Size; i++)
            {
                if ((i & half) == 0)
                {
                    int a = line[i * stride];
                    int b = line[(i + half) * stride];
                    line[i * stride] = a + b;
                    line[(i + half) * stride] = a - b;
                }
            }
        }
    }
}

using System.Numerics;
using System.Runtime.CompilerServices;
using Vmaf.Engine.Simd;

namespace Vmaf.Engine.Features.Cambi;

/// <summary>
/// The measurement with vectors. For each luma there is a row of counts, one for the window around each column. A run of equal samples that
/// enters or leaves the windows changes its luma's row by a trapezoid; and the contrasts of a register of samples are found luma by luma.
/// </summary>
internal sealed unsafe class VectorBandingMeter<TWidth, V> : BandingMeter
    where TWidth : ISimdWidth<V>
    where V : struct
{
    private readonly VectorTopSum<TWidth, V> _topSum = new();

    // Rows of counts with LargestRadius of room at either end; steps beyond the first and last luma find zeros.
    private readonly WordPlane _counts;

    // Lumas whose counts may differ from zero; there are few, and clearing all would take longer than counting.
    private readonly bool[] _isCounted;

    // Keys of the row that enters, of the one that leaves, and of none.
    private readonly WordPlane _runs;

    // Counts that belong to a register of samples: of their own luma, and of each step the larger of both directions.
    private readonly WordPlane _found;
    private readonly WordPlane _ascending;

    /// <summary>Allocates the counts.</summary>
    /// <param name="levels">The steps of luma that count.</param>
    /// <param name="width">Width of the widest picture.</param>
    /// <param name="height">Height of the highest picture.</param>
    public VectorBandingMeter(ContrastLevels levels, int width, int height)
        : base(levels, (long)width * height)
    {
        _counts = new WordPlane(width + (2 * LargestRadius), levels.LumaCount + (2 * levels.Count));
        _isCounted = new bool[levels.LumaCount];
        _runs = new WordPlane(width, 3);
        _found = new WordPlane(Lanes, levels.Count + 1);
        _ascending = new WordPlane(Lanes, 1);
        for (int lane = 0; lane < Lanes; lane++)
        {
            _ascending.Row(0)[lane] = (ushort)lane;
        }

        AheadOfTime.Include(Collect, _topSum.SumOfLargest);
    }

    private static int Lanes => TWidth.ByteCount / sizeof(ushort);

    /// <inheritdoc/>
    protected override int CollectContrasts(WordPlane keys, int width, int height, int radius, float* contrasts, float* map) =>
        Collect(keys, width, height, radius, contrasts, map);

    private int Collect(WordPlane keys, int width, int height, int radius, float* contrasts, float* map)
    {
        ushort* none = _runs.Row(2);
        new Span<ushort>(none - 1, width + Lanes + 1).Fill(NoKey);
        for (int y = 0; y < Math.Min(radius, height); y++)
        {
            MoveWindows(keys.Row(y), none, width, radius);
        }

        int count = 0;
        for (int y = 0; y < height; y++)
        {
            ushort* entering = y + radius < height ? keys.Row(y + radius) : none;
            ushort* leaving = y > radius ? keys.Row(y - radius - 1) : none;
            MoveWindows(entering, leaving, width, radius);
            count += map == null
                ? CollectRow(keys.Row(y), width, contrasts + count)
                : MapRow(keys.Row(y), width, contrasts + count, map + ((nint)y * width));
        }

        ClearCounts(width, radius);
        return count;
    }

    /// <inheritdoc/>
    protected override double SumOfLargest(float* contrasts, int count, int top, float* spare) =>
        _topSum.SumOfLargest(contrasts, count, top, spare);

    /// <inheritdoc/>
    public override void Dispose()
    {
        _counts.Dispose();
        _runs.Dispose();
        _found.Dispose();
        _ascending.Dispose();
        base.Dispose();
    }

    private void ClearCounts(int width, int radius)
    {
        for (int key = 0; key < _isCounted.Length; key++)
        {
            if (_isCounted[key])
            {
                new Span<ushort>(CountsOf(key) - radius, width + (2 * radius)).Clear();
                _isCounted[key] = false;
            }
        }
    }

    /// <summary>Adds a row to the windows and takes another away; where both are equal, nothing changes.</summary>
    [MethodImpl(JitHint.JustInTime)]
    private void MoveWindows(ushort* entering, ushort* leaving, int width, int radius)
    {
        ushort* enteringKeys = _runs.Row(0);
        ushort* leavingKeys = _runs.Row(1);
        V any = TWidth.Zero();
        for (int x = 0; x < width; x += Lanes)
        {
            V enters = TWidth.Load(entering + x);
            V leaves = TWidth.Load(leaving + x);
            V same = TWidth.Equals16(enters, leaves);
            any = TWidth.Or(any, TWidth.Xor(enters, leaves));
            TWidth.Store(TWidth.Or(enters, same), enteringKeys + x);
            TWidth.Store(TWidth.Or(leaves, same), leavingKeys + x);
        }

        if (TWidth.IsZero(any))
        {
            return;
        }

        CountRuns(enteringKeys, width, radius, isEntering: true);
        CountRuns(leavingKeys, width, radius, isEntering: false);
    }

    [MethodImpl(JitHint.JustInTime)]
    private void CountRuns(ushort* keys, int width, int radius, bool isEntering)
    {
        keys[-1] = NoKey;
        keys[width] = NoKey;
        int start = 0;
        ushort key = NoKey;
        for (int block = 0; block <= width; block += Lanes)
        {
            V same = TWidth.Equals16(TWidth.Load(keys + block), TWidth.Load(keys + block - 1));
            for (uint ends = ~TWidth.MaskBits16(same) & LanesBelow(Math.Min(Lanes, width + 1 - block)); ends != 0; ends &= ends - 1)
            {
                int x = block + BitOperations.TrailingZeroCount(ends);
                if (key != NoKey)
                {
                    _isCounted[key] = true;
                    CountRun(key, start, x - start, radius, isEntering);
                }

                start = x;
                key = keys[x];
            }
        }
    }

    /// <summary>Changes the counts of a luma by a run of samples: by one more for each column up to where all of it is in the window.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void CountRun(ushort key, int start, int length, int radius, bool isEntering)
    {
        ushort* counts = CountsOf(key) + start - radius;
        int columns = length + (2 * radius);
        V one = TWidth.Broadcast16(1);
        V ascending = TWidth.Load(_ascending.Row(0));
        V most = TWidth.Broadcast16((short)Math.Min(length, (2 * radius) + 1));
        for (int x = 0; x < columns; x += Lanes)
        {
            V place = TWidth.Add16(ascending, TWidth.Broadcast16((short)x));
            V rising = TWidth.Add16(place, one);
            V falling = TWidth.Subtract16(TWidth.Broadcast16((short)columns), place);
            V change = TWidth.Max16(TWidth.Min16(TWidth.Min16(rising, falling), most), TWidth.Zero());
            V old = TWidth.Load(counts + x);
            TWidth.Store(isEntering ? TWidth.Add16(old, change) : TWidth.Subtract16(old, change), counts + x);
        }
    }

    [MethodImpl(JitHint.JustInTime)]
    private int CollectRow(ushort* keys, int width, float* contrasts)
    {
        int count = 0;
        for (int x = 0; x < width; x += Lanes)
        {
            if (!FindCounts(keys, x))
            {
                continue;
            }

            for (int half = 0; half < Lanes; half += Lanes / 2)
            {
                V largest = LargestContrasts(half);
                V isBanding = TWidth.GreaterThanSingle(largest, TWidth.Zero());
                count += TWidth.CompressStore32(largest, isBanding, (int*)(contrasts + count));
            }
        }

        return count;
    }

    private int MapRow(ushort* keys, int width, float* contrasts, float* map)
    {
        int count = 0;
        float* values = stackalloc float[Lanes];
        for (int x = 0; x < width; x += Lanes)
        {
            var found = new Span<float>(values, Lanes);
            found.Clear();
            if (FindCounts(keys, x))
            {
                TWidth.Store(LargestContrasts(0), values);
                TWidth.Store(LargestContrasts(Lanes / 2), values + (Lanes / 2));
            }

            found = found[..Math.Min(Lanes, width - x)];
            found.CopyTo(new Span<float>(map + x, found.Length));
            foreach (float value in found)
            {
                contrasts[count] = value;
                count += value > 0 ? 1 : 0;
            }
        }

        return count;
    }

    /// <summary>Gathers the counts for a register of samples, luma by luma. False where no sample has banding.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool FindCounts(ushort* keys, int x)
    {
        V own = TWidth.Load(keys + x);
        V isNone = TWidth.Equals16(own, TWidth.Broadcast16(unchecked((short)NoKey)));
        uint left = ~TWidth.MaskBits16(isNone) & LanesBelow(Lanes);
        if (left == 0)
        {
            return false;
        }

        int steps = Levels.Count;
        ushort* found = _found.Row(0);
        nint foundPitch = _found.Pitch;
        nint countsPitch = _counts.Pitch;
        for (int step = 0; step <= steps; step++)
        {
            TWidth.Store(TWidth.Zero(), found + (step * foundPitch));
        }

        V any = TWidth.Zero();
        while (left != 0)
        {
            ushort key = keys[x + BitOperations.TrailingZeroCount(left)];
            V isKey = TWidth.Equals16(own, TWidth.Broadcast16((short)key));
            left &= ~TWidth.MaskBits16(isKey);
            ushort* counts = CountsOf(key) + x;
            TWidth.Store(TWidth.Or(TWidth.Load(found), TWidth.And(isKey, TWidth.Load(counts))), found);
            uint visible = Levels.VisibleSteps[key];
            for (; visible != 0; visible &= visible - 1)
            {
                nint step = BitOperations.TrailingZeroCount(visible) + 1;
                V others = TWidth.MaxUnsigned16(TWidth.Load(counts + (step * countsPitch)), TWidth.Load(counts - (step * countsPitch)));
                others = TWidth.And(isKey, others);
                any = TWidth.Or(any, others);
                ushort* place = found + (step * foundPitch);
                TWidth.Store(TWidth.Or(TWidth.Load(place), others), place);
            }
        }

        return !TWidth.IsZero(any);
    }

    /// <summary>The largest contrasts of the steps for half a register of samples.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private V LargestContrasts(int half)
    {
        ushort* found = _found.Row(0) + half;
        nint pitch = _found.Pitch;
        V one = TWidth.BroadcastSingle(1);
        V own = TWidth.ConvertInt32ToSingle(TWidth.LoadWiden16To32(found));
        V largest = TWidth.Zero();
        for (int step = 1; step <= Levels.Count; step++)
        {
            V other = TWidth.ConvertInt32ToSingle(TWidth.LoadWiden16To32(found + (step * pitch)));
            V weight = TWidth.BroadcastSingle(Levels.Weights[step - 1]);
            V reciprocal = TWidth.DivideSingle(one, TWidth.AddSingle(own, other));
            V contrast = TWidth.MultiplySingle(TWidth.MultiplySingle(TWidth.MultiplySingle(own, other), weight), reciprocal);

            // No samples at all give 0 · ∞, which is not greater than anything.
            largest = TWidth.Select(TWidth.GreaterThanSingle(contrast, largest), contrast, largest);
        }

        return largest;
    }

    private ushort* CountsOf(int key) => _counts.Row(key + Levels.Count) + LargestRadius;

    private static uint LanesBelow(int count) => count >= 32 ? uint.MaxValue : (1u << count) - 1;
}

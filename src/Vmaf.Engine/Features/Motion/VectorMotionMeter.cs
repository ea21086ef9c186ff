using System.Runtime.CompilerServices;
using Vmaf.Engine.Simd;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Features.Motion;

/// <summary>
/// The motion measurement with vector instructions. Rows stream through: a row of differences enters a ring of five, the ring is
/// blurred vertically into one row, and that row is blurred horizontally and summed without being stored again.
/// </summary>
/// <remarks>
/// Everything is multiplied in 16-bit lanes. Differences of up to 14 bits fit, and so do the sums of two that the symmetric taps
/// share; they are scaled to 14 bits, so that shift counts are constants. 15 and 16 bits are scaled to 16 and split into a high and
/// a low byte, each blurred by itself. A vertically blurred difference y has 17 bits and is kept as its half, floor(y / 2), and its
/// parity: then the horizontal sum of halves fits 32 bits.
/// </remarks>
internal sealed unsafe class VectorMotionMeter<TWidth, V> : MotionMeter
    where TWidth : struct, ISimdWidth<V>
    where V : struct
{
    private const int RingLength = MotionFilter.Length;
    private const int NarrowBitDepth = 14;
    private const int WideBitDepth = RowDifference<TWidth, V>.SplitBitDepth;

    private readonly int _lanes;
    private readonly bool _isWide;

    // Pinned rows of 16-bit words, each with a register of padding on both sides: the ring, its low bytes when split, halves, parities.
    private readonly short[] _memory;
    private readonly int _rowPitch;
    private readonly bool[] _hasDifference = new bool[RingLength];
    private ScalarMotionMeter? _outOfRangeMeter;

    /// <inheritdoc cref="MotionMeter(int, int, int)"/>
    public VectorMotionMeter(int width, int height, int bitDepth)
        : base(width, height, bitDepth)
    {
        _lanes = TWidth.ByteCount / sizeof(short);
        _isWide = bitDepth > NarrowBitDepth;
        int registers = (width + MotionFilter.Radius + _lanes - 1) / _lanes;
        _rowPitch = (registers + 2) * _lanes;
        int rowCount = (2 * RingLength) + 2;
        _memory = GC.AllocateArray<short>((rowCount * _rowPitch) + _lanes, pinned: true);
        AheadOfTime.Include(Sum);
    }

    private short* Rows
    {
        get
        {
            nint address = (nint)Unsafe.AsPointer(ref _memory[0]);
            nint alignment = TWidth.ByteCount;
            return (short*)((address + alignment - 1) & -alignment) + _lanes;
        }
    }

    private short* Halves => Rows + (2 * RingLength * _rowPitch);

    private short* Parities => Halves + _rowPitch;

    /// <inheritdoc/>
    protected override ulong MeasureChecked(in PlaneView earlier, in PlaneView later) => Sum(earlier, later);

    private ulong Sum(in PlaneView earlier, in PlaneView later)
    {
        ulong sum = 0;
        int rowsRead = 0;
        Span<int> slots = stackalloc int[RingLength];
        for (int y = 0; y < Height; y++)
        {
            for (; rowsRead < Math.Min(y + MotionFilter.Radius + 1, Height); rowsRead++)
            {
                if (!ReadDifferences(earlier.RowPointer(rowsRead), later.RowPointer(rowsRead), rowsRead % RingLength, later.StrideInBytes))
                {
                    _outOfRangeMeter ??= new ScalarMotionMeter(Width, Height, BitDepth);
                    return _outOfRangeMeter.Measure(earlier, later);
                }
            }

            bool hasDifference = false;
            for (int tap = 0; tap < RingLength; tap++)
            {
                slots[tap] = MotionFilter.Mirror(y + tap - MotionFilter.Radius, Height) % RingLength;
                hasDifference |= _hasDifference[slots[tap]];
            }

            if (!hasDifference)
            {
                continue;
            }

            if (_isWide)
            {
                BlurWideVertically(slots);
            }
            else
            {
                BlurNarrowVertically(slots);
            }

            MirrorEdges(Halves);
            MirrorEdges(Parities);
            sum += SumOfRow(Halves, Parities, Width);
        }

        return sum;
    }

    /// <summary>Puts a row of differences into the ring, the next rows being the stride further on. False if a sample has more bits than the format says.</summary>
    private bool ReadDifferences(byte* earlier, byte* later, int slot, nint ahead)
    {
        short* differences = Rows + (slot * _rowPitch);
        if (BitDepth == 8)
        {
            _hasDifference[slot] = RowDifference<TWidth, V>.OfBytes(earlier, later, Width, NarrowBitDepth - 8, differences, ahead);
            return true;
        }

        bool inRange;
        ushort* earlierWords = (ushort*)earlier;
        ushort* laterWords = (ushort*)later;
        _hasDifference[slot] = _isWide
            ? RowDifference<TWidth, V>.OfSplitWords(
                earlierWords, laterWords, Width, BitDepth, differences, differences + (RingLength * _rowPitch), out inRange)
            : RowDifference<TWidth, V>.OfWords(
                earlierWords, laterWords, Width, BitDepth, NarrowBitDepth - BitDepth, differences, ahead, out inRange);
        return inRange;
    }

    [MethodImpl(JitHint.FullyAtOnce)]
    private void BlurNarrowVertically(ReadOnlySpan<int> slots)
    {
        short* d0 = Rows + (slots[0] * _rowPitch);
        short* d1 = Rows + (slots[1] * _rowPitch);
        short* d2 = Rows + (slots[2] * _rowPitch);
        short* d3 = Rows + (slots[3] * _rowPitch);
        short* d4 = Rows + (slots[4] * _rowPitch);
        short* halves = Halves;
        short* parities = Parities;

        // Made here, with no call after it around which they would go to memory.
        var taps = new VerticalTaps(1 << (NarrowBitDepth - 1));
        for (int x = 0; x < Width; x += _lanes)
        {
            (V first, V second) = taps.Apply(d0 + x, d1 + x, d2 + x, d3 + x, d4 + x);
            StoreSplit(first, second, NarrowBitDepth, halves + x, parities + x);
        }
    }

    [MethodImpl(JitHint.FullyAtOnce)]
    private void BlurWideVertically(ReadOnlySpan<int> slots)
    {
        // d = 256·high + low, so (Σ f·d + r) >> 16 is (Σ f·high + ((Σ f·low + r) >> 8)) >> 8.
        var highTaps = new VerticalTaps(0);
        var lowTaps = new VerticalTaps(1 << (WideBitDepth - 1));
        nint low = RingLength * _rowPitch;
        short* d0 = Rows + (slots[0] * _rowPitch);
        short* d1 = Rows + (slots[1] * _rowPitch);
        short* d2 = Rows + (slots[2] * _rowPitch);
        short* d3 = Rows + (slots[3] * _rowPitch);
        short* d4 = Rows + (slots[4] * _rowPitch);
        short* halves = Halves;
        short* parities = Parities;
        for (int x = 0; x < Width; x += _lanes)
        {
            (V highFirst, V highSecond) = highTaps.Apply(d0 + x, d1 + x, d2 + x, d3 + x, d4 + x);
            (V lowFirst, V lowSecond) = lowTaps.Apply(d0 + low + x, d1 + low + x, d2 + low + x, d3 + low + x, d4 + low + x);
            V first = TWidth.Add32(highFirst, TWidth.ShiftRightArithmetic32(lowFirst, 8));
            V second = TWidth.Add32(highSecond, TWidth.ShiftRightArithmetic32(lowSecond, 8));
            StoreSplit(first, second, WideBitDepth - 8, halves + x, parities + x);
        }
    }

    /// <summary>Shifts sums right to the blurred value, and stores its half and its parity in memory order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreSplit(V first, V second, int shift, short* halves, short* parities)
    {
        V one = TWidth.Broadcast32(1);
        TWidth.Store(
            TWidth.PackSigned32To16(TWidth.ShiftRightArithmetic32(first, shift + 1), TWidth.ShiftRightArithmetic32(second, shift + 1)),
            halves);
        TWidth.Store(
            TWidth.PackSigned32To16(
                TWidth.And(TWidth.ShiftRightLogical32(first, shift), one),
                TWidth.And(TWidth.ShiftRightLogical32(second, shift), one)),
            parities);
    }

    private void MirrorEdges(short* row)
    {
        for (int step = 1; step <= MotionFilter.Radius; step++)
        {
            row[-step] = row[MotionFilter.Mirror(-step, Width)];
            row[Width - 1 + step] = row[MotionFilter.Mirror(Width - 1 + step, Width)];
        }
    }

    /// <summary>
    /// Blurs a row horizontally and adds up the absolute values. The same three loads, at offsets −2, 0 and +2, serve the even and
    /// the odd samples of a register; only the weights move by one lane. Makes no calls, around which weights would go to memory.
    /// </summary>
    [MethodImpl(JitHint.FullyAtOnce)]
    private static uint SumOfRow(short* halves, short* parities, int width)
    {
        // The weights are locals, not a struct: so many fields would be kept in memory.
        V evenLeft = TWidth.Broadcast32(MotionFilter.Outer | (MotionFilter.Inner << 16));
        V evenMiddle = TWidth.Broadcast32(MotionFilter.Centre | (MotionFilter.Inner << 16));
        V evenRight = TWidth.Broadcast32(MotionFilter.Outer);
        V oddLeft = TWidth.Broadcast32(MotionFilter.Outer << 16);
        V oddMiddle = TWidth.Broadcast32(MotionFilter.Inner | (MotionFilter.Centre << 16));
        V oddRight = TWidth.Broadcast32(MotionFilter.Inner | (MotionFilter.Outer << 16));
        V sum = TWidth.Zero();
        int lanes = TWidth.ByteCount / sizeof(short);
        int x = 0;
        for (; x + lanes <= width; x += lanes)
        {
            V even = AbsoluteBlur(halves + x, parities + x, evenLeft, evenMiddle, evenRight);
            V odd = AbsoluteBlur(halves + x, parities + x, oddLeft, oddMiddle, oddRight);
            sum = TWidth.Add32(sum, TWidth.Add32(even, odd));
        }

        if (x < width)
        {
            int rest = width - x;
            V laneNumbers = LaneNumbers<TWidth, V>.Of32;
            V even = AbsoluteBlur(halves + x, parities + x, evenLeft, evenMiddle, evenRight);
            V odd = AbsoluteBlur(halves + x, parities + x, oddLeft, oddMiddle, oddRight);
            even = TWidth.And(even, TWidth.GreaterThan32(TWidth.Broadcast32((rest + 1) / 2), laneNumbers));
            odd = TWidth.And(odd, TWidth.GreaterThan32(TWidth.Broadcast32(rest / 2), laneNumbers));
            sum = TWidth.Add32(sum, TWidth.Add32(even, odd));
        }

        return (uint)TWidth.Sum32(sum);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V AbsoluteBlur(short* halves, short* parities, V leftWeights, V middleWeights, V rightWeights)
    {
        // (2·h + p + r) >> 16 is (h + ((p + r) >> 1)) >> 15, where h fits 32 bits and 2·h does not.
        V half = WeightedSum(halves, leftWeights, middleWeights, rightWeights);
        V parity = TWidth.Add32(WeightedSum(parities, leftWeights, middleWeights, rightWeights), TWidth.Broadcast32(1 << 15));
        return TWidth.Abs32(TWidth.ShiftRightArithmetic32(TWidth.Add32(half, TWidth.ShiftRightLogical32(parity, 1)), 15));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V WeightedSum(short* row, V leftWeights, V middleWeights, V rightWeights) =>
        TWidth.Add32(
            TWidth.Add32(
                TWidth.MultiplyAddAdjacent16(TWidth.Load(row - 2), leftWeights),
                TWidth.MultiplyAddAdjacent16(TWidth.Load(row), middleWeights)),
            TWidth.MultiplyAddAdjacent16(TWidth.Load(row + 2), rightWeights));

    /// <summary>Weights for a vertical blur; neighbouring 16-bit lanes hold the weights of two interleaved rows.</summary>
    private readonly struct VerticalTaps
    {
        // The rounding is half of a constant row of twos: its largest value, 32768, does not fit a signed lane.
        private readonly V _twos = TWidth.Broadcast16(2);
        private readonly V _outerAndInner = TWidth.Broadcast32(MotionFilter.Outer | (MotionFilter.Inner << 16));
        private readonly V _centreAndRounding;

        public VerticalTaps(int rounding) => _centreAndRounding = TWidth.Broadcast32(MotionFilter.Centre | ((rounding / 2) << 16));

        /// <summary>Weighted sums as 32-bit lanes: the low and the high halves of each 128-bit block.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public (V First, V Second) Apply(short* d0, short* d1, short* d2, short* d3, short* d4)
        {
            V outer = TWidth.Add16(TWidth.Load(d0), TWidth.Load(d4));
            V inner = TWidth.Add16(TWidth.Load(d1), TWidth.Load(d3));
            V centre = TWidth.Load(d2);
            V first = TWidth.Add32(
                TWidth.MultiplyAddAdjacent16(TWidth.UnpackLow16(outer, inner), _outerAndInner),
                TWidth.MultiplyAddAdjacent16(TWidth.UnpackLow16(centre, _twos), _centreAndRounding));
            V second = TWidth.Add32(
                TWidth.MultiplyAddAdjacent16(TWidth.UnpackHigh16(outer, inner), _outerAndInner),
                TWidth.MultiplyAddAdjacent16(TWidth.UnpackHigh16(centre, _twos), _centreAndRounding));
            return (first, second);
        }
    }
}

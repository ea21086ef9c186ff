using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Vmaf.Engine.Simd;

namespace Vmaf.Engine.Explanation;

/// <summary>
/// The generator MT19937 with 32-bit output (M. Matsumoto and T. Nishimura, "Mersenne Twister", 1998), seeded by one word as NumPy's
/// <c>RandomState</c> is. Makes its words in blocks of <see cref="BlockLength"/>.
/// </summary>
internal sealed unsafe class MersenneTwister
{
    /// <summary>Words in the state, and in a block of output.</summary>
    public const int BlockLength = 624;

    private const int Shift = 397;
    private const uint UpperBit = 0x80000000;
    private const uint LowerBits = 0x7FFFFFFF;
    private const uint Twist = 0x9908B0DF;
    private const uint TemperB = 0x9D2C5680;
    private const uint TemperC = 0xEFC60000;

    private readonly uint[] _state = new uint[BlockLength];
    private readonly uint[] _output = new uint[BlockLength];

    /// <summary>Seeds the generator.</summary>
    public MersenneTwister(uint seed)
    {
        _state[0] = seed;
        for (uint index = 1; index < BlockLength; index++)
        {
            uint previous = _state[index - 1];
            _state[index] = (1812433253 * (previous ^ (previous >> 30))) + index;
        }

        Position = BlockLength;
    }

    /// <summary>Words of the current block that have been taken.</summary>
    public int Position { get; private set; }

    /// <summary>The words of the current block that have not been taken; makes a new block where there is none.</summary>
    public ReadOnlySpan<uint> Rest()
    {
        if (Position == BlockLength)
        {
            NextBlock();
        }

        return _output.AsSpan(Position);
    }

    /// <summary>Takes words from what <see cref="Rest"/> shows.</summary>
    public void Take(int count) => Position += count;

    /// <summary>The next word.</summary>
    public uint Next()
    {
        uint word = Rest()[0];
        Take(1);
        return word;
    }

    private void NextBlock()
    {
        fixed (uint* state = _state)
        fixed (uint* output = _output)
        {
            switch (SimdTiers.Current)
            {
                case SimdTier.Avx512:
                    NextBlock<Width512, Vector512<byte>>(state, output);
                    break;
                case SimdTier.Avx2:
                    NextBlock<Width256, Vector256<byte>>(state, output);
                    break;
                case SimdTier.Vector128:
                    NextBlock<Width128, Vector128<byte>>(state, output);
                    break;
                default:
                    Advance(state, 0, BlockLength);
                    Temper(state, output, 0);
                    break;
            }
        }

        Position = 0;
    }

    [MethodImpl(JitHint.FullyAtOnce)]
    private static void NextBlock<TWidth, V>(uint* state, uint* output)
        where TWidth : struct, ISimdWidth<V>
        where V : struct
    {
        // A word is made of its old neighbour and of the word 397 places on, or, new already, 227 places back: no register is that long.
        int done = AdvanceRegisters<TWidth, V>(state, 0, BlockLength - Shift, Shift);
        Advance(state, done, BlockLength - Shift);
        done = AdvanceRegisters<TWidth, V>(state, BlockLength - Shift, BlockLength - 1, Shift - BlockLength);
        Advance(state, done, BlockLength);

        int lanes = TWidth.ByteCount / sizeof(uint);
        V b = TWidth.Broadcast32(unchecked((int)TemperB));
        V c = TWidth.Broadcast32(unchecked((int)TemperC));
        int index = 0;
        for (; index + lanes <= BlockLength; index += lanes)
        {
            V word = TWidth.Load(state + index);
            word = TWidth.Xor(word, TWidth.ShiftRightLogical32(word, 11));
            word = TWidth.Xor(word, TWidth.And(TWidth.ShiftLeft32(word, 7), b));
            word = TWidth.Xor(word, TWidth.And(TWidth.ShiftLeft32(word, 15), c));
            TWidth.Store(TWidth.Xor(word, TWidth.ShiftRightLogical32(word, 18)), output + index);
        }

        Temper(state, output, index);
    }

    /// <summary>Advances whole registers of words from <paramref name="begin"/>; returns the first word not advanced.</summary>
    [MethodImpl(JitHint.FullyAtOnce)]
    private static int AdvanceRegisters<TWidth, V>(uint* state, int begin, int end, int shift)
        where TWidth : struct, ISimdWidth<V>
        where V : struct
    {
        int lanes = TWidth.ByteCount / sizeof(uint);
        V upper = TWidth.Broadcast32(unchecked((int)UpperBit));
        V twist = TWidth.Broadcast32(unchecked((int)Twist));
        V one = TWidth.Broadcast32(1);
        int index = begin;
        for (; index + lanes <= end; index += lanes)
        {
            V next = TWidth.Load(state + index + 1);
            V joined = TWidth.Select(upper, TWidth.Load(state + index), next);
            V isOdd = TWidth.Equals32(TWidth.And(next, one), one);
            V mixed = TWidth.Xor(TWidth.ShiftRightLogical32(joined, 1), TWidth.And(isOdd, twist));
            TWidth.Store(TWidth.Xor(mixed, TWidth.Load(state + index + shift)), state + index);
        }

        return index;
    }

    private static void Advance(uint* state, int begin, int end)
    {
        for (int index = begin; index < end; index++)
        {
            uint next = state[(index + 1) % BlockLength];
            uint joined = (state[index] & UpperBit) | (next & LowerBits);
            state[index] = state[(index + Shift) % BlockLength] ^ (joined >> 1) ^ ((next & 1) * Twist);
        }
    }

    private static void Temper(uint* state, uint* output, int begin)
    {
        for (int index = begin; index < BlockLength; index++)
        {
            uint word = state[index];
            word ^= word >> 11;
            word ^= (word << 7) & TemperB;
            word ^= (word << 15) & TemperC;
            output[index] = word ^ (word >> 18);
        }
    }
}

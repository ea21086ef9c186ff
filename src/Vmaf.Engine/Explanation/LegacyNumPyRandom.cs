namespace Vmaf.Engine.Explanation;

/// <summary>
/// The number stream of NumPy's legacy generator <c>numpy.random.RandomState</c>: the same seed gives the same words, whole numbers and
/// uniform numbers, bit for bit, and the same normal numbers but for the last bits of a few. Not thread-safe.
/// </summary>
/// <remarks>
/// NumPy's normal numbers take the logarithm of the platform's C library, and so depend on the platform. Here they take an own one
/// that gives the same bits everywhere and is closer to the true value. Of the first 2.88 million normal numbers of seed 0, 950
/// differ from those with the logarithm of glibc 2.36, by at most 3 units in the last place, and 13 from those with a correctly
/// rounded one.
/// </remarks>
public sealed class LegacyNumPyRandom
{
    private const int WordsPerPair = 4;

    private readonly MersenneTwister _words;
    private readonly PolarNormals _normals = new();
    private double _spareNormal = double.NaN;

    /// <summary>Starts the stream of a seed.</summary>
    /// <param name="seed">The seed, as given to <c>RandomState</c>.</param>
    public LegacyNumPyRandom(uint seed) => _words = new MersenneTwister(seed);

    /// <summary>The next 32 random bits.</summary>
    public uint NextUInt32() => _words.Next();

    /// <summary>
    /// A number from 0 to <paramref name="maximum"/>, both included, as <c>RandomState.randint</c> draws it (masked rejection).
    /// </summary>
    /// <param name="maximum">Largest number.</param>
    public uint NextUInt32(uint maximum)
    {
        if (maximum == 0)
        {
            return 0;
        }

        uint mask = uint.MaxValue >> System.Numerics.BitOperations.LeadingZeroCount(maximum);
        uint value;
        do
        {
            value = _words.Next() & mask;
        }
        while (value > maximum);

        return value;
    }

    /// <summary>A number in [0, 1) with 53 random bits, as <c>RandomState.random_sample</c> draws it.</summary>
    public double NextDouble()
    {
        ulong high = _words.Next() >> 5;
        ulong low = _words.Next() >> 6;
        return ((high << 26) | low) * (1.0 / (1UL << 53));
    }

    /// <summary>A standard normal number, as <c>RandomState.randn</c> draws it (Marsaglia's polar method).</summary>
    public double NextNormal()
    {
        if (!double.IsNaN(_spareNormal))
        {
            double spare = _spareNormal;
            _spareNormal = double.NaN;
            return spare;
        }

        double x1;
        double x2;
        double radiusSquared;
        do
        {
            x1 = (2 * NextDouble()) - 1;
            x2 = (2 * NextDouble()) - 1;
            radiusSquared = (x1 * x1) + (x2 * x2);
        }
        while (radiusSquared is >= 1 or 0);

        double factor = PolarNormals.Factor(radiusSquared);
        _spareNormal = factor * x1;
        return factor * x2;
    }

    /// <summary>Draws many standard normal numbers: the same as repeated <see cref="NextNormal"/>, faster.</summary>
    /// <param name="values">Receives the numbers.</param>
    public void FillNormals(Span<double> values)
    {
        int filled = 0;
        if (values.Length > 0 && !double.IsNaN(_spareNormal))
        {
            values[filled++] = NextNormal();
        }

        // Whole pairs straight from blocks of words, where pairs do not straddle blocks.
        while (values.Length - filled >= 2 && _words.Position % WordsPerPair == 0)
        {
            filled += _normals.Fill(_words.Rest(), values[filled..], out int wordsTaken);
            _words.Take(wordsTaken);
        }

        while (filled < values.Length)
        {
            values[filled++] = NextNormal();
        }
    }
}

using Vmaf.Engine.Explanation;
using Xunit;

namespace Vmaf.Tests.Explanation;

[Trait("Suite", "Kernel")]
public sealed class LegacyNumPyRandomTests
{
    [Fact]
    public void Seed_0_begins_as_in_NumPy()
    {
        double[] expected =
        [
            1.764052345967664, 0.4001572083672233, 0.9787379841057392, 2.240893199201458, 1.8675579901499675, -0.977277879876411,
        ];
        var random = new LegacyNumPyRandom(0);
        Assert.Equal(expected, expected.Select(_ => random.NextNormal()));
    }

    [Theory]
    [InlineData(0u, 2357136044u, 2546248239u)]
    [InlineData(5489u, 3499211612u, 581869302u)]
    public void Words_are_those_of_MT19937(uint seed, uint first, uint second)
    {
        var random = new LegacyNumPyRandom(seed);
        Assert.Equal((first, second), (random.NextUInt32(), random.NextUInt32()));
    }

    [Fact]
    public void The_ten_thousandth_word_is_that_of_the_Cpp_standard()
    {
        // ISO C++, [rand.predef]: the 10000th output of a default mt19937 (seed 5489).
        var random = new LegacyNumPyRandom(5489);
        for (int count = 1; count < 10000; count++)
        {
            random.NextUInt32();
        }

        Assert.Equal(4123659995u, random.NextUInt32());
    }

    [Fact]
    public void Three_hundred_thousand_normals_are_those_of_exact_logarithms()
    {
        // The hash of the same method in C, its logarithms computed in quadruple precision (libquadmath) and rounded once.
        double[] values = new double[300_000];
        new LegacyNumPyRandom(0).FillNormals(values);
        ulong hash = 1469598103934665603;
        foreach (double value in values)
        {
            hash = (hash ^ BitConverter.DoubleToUInt64Bits(value)) * 1099511628211;
            hash ^= hash >> 29;
        }

        Assert.Equal(0x55eafb1c6ce5c1fcUL, hash);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    [InlineData(3, 0)]
    [InlineData(0, 1)]
    [InlineData(4, 2)]
    public void Filling_draws_the_same_stream_as_single_numbers(int wordsBefore, int normalsBefore)
    {
        var filling = new LegacyNumPyRandom(77);
        var single = new LegacyNumPyRandom(77);
        foreach (LegacyNumPyRandom random in new[] { filling, single })
        {
            Assert.All(Enumerable.Range(0, wordsBefore), _ => random.NextUInt32());
            Assert.All(Enumerable.Range(0, normalsBefore), _ => random.NextNormal());
        }

        foreach (int count in new[] { 1, 2, 3, 0, 7, 311, 312, 313, 1000, 5001 })
        {
            double[] filled = new double[count];
            filling.FillNormals(filled);
            Assert.Equal(Enumerable.Range(0, count).Select(_ => single.NextNormal()), filled);
        }

        Assert.Equal(single.NextNormal(), filling.NextNormal());
        Assert.Equal(single.NextUInt32(), filling.NextUInt32());
    }

    [Fact]
    public void Bounded_numbers_are_drawn_by_masked_rejection()
    {
        var random = new LegacyNumPyRandom(0);

        // numpy.random.RandomState(0).randint(0, 10, 10)
        Assert.Equal([5u, 0u, 3u, 3u, 7u, 9u, 3u, 5u, 2u, 4u], Enumerable.Range(0, 10).Select(_ => random.NextUInt32(9)));
        Assert.Equal(0u, random.NextUInt32(0));
    }

    [Fact]
    public void Doubles_are_NumPys()
    {
        var random = new LegacyNumPyRandom(0);
        Assert.Equal([0.5488135039273248, 0.7151893663724195, 0.6027633760716439], Enumerable.Range(0, 3).Select(_ => random.NextDouble()));
    }
}

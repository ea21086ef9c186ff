using Vmaf.Engine.Simd;
using Xunit;

namespace Vmaf.Tests.Simd;

public sealed unsafe class AlignedMemoryTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(100_000)]
    public void A_block_starts_on_a_boundary_and_is_zeroed(int size)
    {
        using var memory = new AlignedMemory(size);
        Assert.Equal(0, (nint)memory.Start % AlignedMemory.Alignment);
        Assert.Equal(size, memory.SizeInBytes);
        Assert.Equal(-1, new ReadOnlySpan<byte>(memory.Start, size).IndexOfAnyExcept((byte)0));
    }

    [Fact]
    public void Clear_sets_every_byte_to_zero()
    {
        using var memory = new AlignedMemory(1000, isZeroed: false);
        new Span<byte>(memory.Start, 1000).Fill(7);
        memory.Clear();
        Assert.Equal(-1, new ReadOnlySpan<byte>(memory.Start, 1000).IndexOfAnyExcept((byte)0));
    }

    [Fact]
    public void Freed_memory_is_forgotten_and_may_be_freed_again()
    {
        var memory = new AlignedMemory(10);
        memory.Dispose();
        Assert.True(memory.Start == null);
        memory.Dispose();
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 64)]
    [InlineData(64, 64)]
    [InlineData(65, 128)]
    public void Sizes_are_rounded_up(int size, int expected) => Assert.Equal(expected, AlignedMemory.Align(size));
}

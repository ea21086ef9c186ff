namespace Vmaf.Engine.Features.PsnrHvs;

/// <summary>Where the blocks of a plane lie: squares of 8 samples, each sharing its last row and column with the next.</summary>
internal static class BlockGrid
{
    /// <summary>Side of a block.</summary>
    public const int BlockSide = 8;

    /// <summary>Distance from a block to the next.</summary>
    public const int Step = 7;

    /// <summary>Number of blocks along a side of a plane.</summary>
    /// <param name="length">Samples of the side.</param>
    public static int Count(int length) => length < BlockSide ? 0 : ((length - BlockSide) / Step) + 1;
}

namespace Vmaf.Engine.Features.Adm;

/// <summary>One row of each of the three bands of detail.</summary>
/// <typeparam name="TSample">16 bits at scale 0, 32 later.</typeparam>
/// <param name="horizontal">High frequencies down, low across.</param>
/// <param name="vertical">Low frequencies down, high across.</param>
/// <param name="diagonal">High frequencies both ways.</param>
internal readonly unsafe struct BandRows<TSample>(TSample* horizontal, TSample* vertical, TSample* diagonal)
    where TSample : unmanaged
{
    /// <summary>High frequencies down, low across.</summary>
    public readonly TSample* Horizontal = horizontal;

    /// <summary>Low frequencies down, high across.</summary>
    public readonly TSample* Vertical = vertical;

    /// <summary>High frequencies both ways.</summary>
    public readonly TSample* Diagonal = diagonal;

    /// <summary>The rows from a later column on.</summary>
    /// <param name="column">The first column.</param>
    public BandRows<TSample> From(int column) => new(Horizontal + column, Vertical + column, Diagonal + column);
}
